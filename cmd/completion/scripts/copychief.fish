# Completion of copychief in fish: copychief itself is asked for the completions.

function __copychief_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    command -q $program; or set program copychief
    set -l answer ($program __complete $words ":$current" 2>/dev/null)
    or return
    set -l first (string split \t -- $answer[1])
    set -e answer[1]
    set -l before $first[3]
    set -l part (string sub --start (math 1 + (string length -- $before)) -- $current)

    printf '%s\n' $answer
    switch $first[1]
        case drafts
            for path in (__copychief_paths $part)
                string match -qri '(/|\.(md|markdown|mdx|mkd|mdown|mdwn|markdn|qmd|rmd|mdoc|md\.erb|markdown\.erb|md\.njk|md\.liquid|html|htm|xhtml|htm5|txt|docx|docm|ipynb))$' -- $path
                and printf '%s\n' $before$path
            end
        case files
            for path in (__copychief_paths $part)
                printf '%s\n' $before$path
            end
        case folders
            for path in (__copychief_paths $part)
                string match -q '*/' -- $path
                and printf '%s\n' $before$path
            end
    end
end

# Paths that begin with a text, without their descriptions.
function __copychief_paths
    complete -C "'' $argv[1]" | string replace -r '\t.*' ''
end

complete -c copychief -f -k -a '(__copychief_complete)'
