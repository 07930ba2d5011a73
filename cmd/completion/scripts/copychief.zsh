#compdef copychief
# Completion of copychief in zsh: copychief itself is asked for the completions.

_copychief() {
  emulate -L zsh -o extended_glob
  local program=${(Q)words[1]/#\~/$HOME} kind space before line
  local -a typed answer described
  (( $+commands[$program] )) || [[ -x $program ]] || program=copychief
  (( CURRENT > 2 )) && typed=("${(@Q)words[2,CURRENT-1]}")
  answer=("${(@f)$($program __complete "${typed[@]}" ":${(Q)PREFIX}" 2>/dev/null)}")
  IFS=$'\t' read -r kind space before <<<"$answer[1]"

  for line in "${(@)answer[2,-1]}"; do
    described+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
  done
  if (( $#described )); then
    if [[ $space == nospace ]]; then
      _describe -V 'copychief' described -S ''
    else
      _describe -V 'copychief' described
    fi
  fi

  [[ $kind == none ]] || compset -P "${(b)before}"
  case $kind in
    drafts) _files -g '(#i)*.(md|markdown|mdx|mkd|mdown|mdwn|markdn|qmd|rmd|mdoc|md.erb|markdown.erb|md.njk|md.liquid|html|htm|xhtml|htm5|txt|docx|docm|ipynb)(-.)' ;;
    files) _files ;;
    folders) _files -/ ;;
  esac
}

if [[ $funcstack[1] == _copychief ]]; then
  _copychief
else
  compdef _copychief copychief
fi
