# docker build -t copychief .
# docker run --rm -v "$PWD:/work" copychief content/
#
# Nothing but the program is in the image: no shell, and no git, which --changed and
# its like ask. Files that --fix writes belong to the user of the container; give
# --user "$(id -u):$(id -g)" for your own.
FROM golang:1.26.8-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
# .git comes along: the Go tool writes tag and revision into the program.
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /copychief ./cmd/copychief

FROM scratch
COPY --from=build /copychief /usr/bin/copychief
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/usr/bin/copychief"]
CMD ["."]
