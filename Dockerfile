# docker build -t copychief .
# docker run --rm -v "$PWD:/work" copychief content/
#
# The image contains only the program: no shell, and no git, which --changed and similar
# flags need. Files that --fix writes belong to the user of the container; to write as
# yourself, pass --user "$(id -u):$(id -g)".
FROM golang:1.26.8-bookworm AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
# Includes .git: the go command writes tag and revision into the program.
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /copychief ./cmd/copychief

FROM scratch
COPY --from=build /copychief /usr/bin/copychief
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["/usr/bin/copychief"]
CMD ["."]
