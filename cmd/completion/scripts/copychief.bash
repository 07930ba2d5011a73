# Completion of copychief in bash 4 or newer: copychief itself is asked for the completions.

_copychief() {
  local program=${COMP_WORDS[0]/#\~/$HOME} current='' prefix='' kind space before line ending i
  local -a words=()
  COMPREPLY=()
  type -P "$program" >/dev/null || program=copychief

  # Readline splits words at "=" and ":"; join them again.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    line=${COMP_WORDS[i]}
    if ((i > 1)) && [[ $line == [=:]* || $current == *[=:] ]]; then
      current+=$line
    else
      ((i > 1)) && words+=("$current")
      current=$line
    fi
  done
  # Readline replaces only what follows the last split.
  [[ $COMP_WORDBREAKS == *=* ]] && prefix=${current%"${current##*[=:]}"}

  {
    IFS=$'\t' read -r kind space before || return
    while IFS= read -r line; do
      line=${line%%$'\t'*}
      COMPREPLY+=("${line#"$prefix"}")
    done
  } < <("$program" __complete ${words[@]+"${words[@]}"} ":$current" 2>/dev/null)

  current=${current#"$before"}
  case $kind in
    drafts)
      for ending in md markdown mdx mkd mdown mdwn markdn qmd rmd mdoc md.erb markdown.erb md.njk md.liquid html htm xhtml htm5 txt docx docm ipynb; do
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -X "!*.$ending" -- "$current")
      done ;;&
    drafts | folders)
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$current") ;;
    files)
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current") ;;
  esac
  [[ $kind == none ]] || compopt -o filenames 2>/dev/null
  [[ $space == space ]] || compopt -o nospace 2>/dev/null
}

complete -o default -F _copychief copychief
