# Completion of mahdar-search for bash. bash-completion reads it when the program is first completed; sourced, it works
# without that package.
# shellcheck shell=bash disable=SC2207

# A test compares these with `mahdar-search --help`.
_mahdar_search_options="--round --country --guarantor --topic --source --person --framing --date --from --to --not --db
  --archive --limit --offset --sort --match --facets --format --exact --no-relax --collapse --facets-count --explain
  --color --digits --lang --bidi --queries --listen --host --public-url --workers --cache --help -h --version"
_mahdar_search_facets="round guarantor country topic source month person framing"

# Archives named in the settings file.
_mahdar_search_archives() {
  local file
  for file in "${MAHDAR_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/mahdar/mahdar.toml}" /etc/mahdar/mahdar.toml; do
    [[ -r $file ]] || continue
    sed -n 's/^[[:space:]]*name[[:space:]]*=[[:space:]]*"\([^"]*\)".*/\1/p' "$file"
    return
  done
}

_mahdar_search_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
}

# Takes the lines of standard input that begin as the word does. Not by `compgen -W`, which runs what it finds in them, and
# these come from articles.
_mahdar_search_lines() {
  local line
  while IFS= read -r line; do
    [[ $line == "$1"* ]] && COMPREPLY+=("$(printf %q "$line")")
  done
}

# Completes a value of a facet from what the index of the command line holds, the most frequent first.
_mahdar_search_value() {
  local facet=$1 i name index=()
  for ((i = 1; i < COMP_CWORD; ++i)); do
    [[ ${COMP_WORDS[i]} =~ ^--(db|archive)$ ]] || continue
    name=${COMP_WORDS[i + 1]}
    [[ $name == = ]] && name=${COMP_WORDS[i + 2]}
    index=("${COMP_WORDS[i]}" "${name/#\~/$HOME}")
  done
  [[ $facet == date ]] && facet=month
  _mahdar_search_lines "$2" < <("${COMP_WORDS[0]/#\~/$HOME}" "${index[@]}" --limit 0 --facets "$facet" --format json \
    --not date:1000-01-01 2>/dev/null </dev/null | sed 's/.*"facets"://' | grep -o '"value":"[^"\\]*"' |
    cut -d '"' -f 4)
}

# A list with commas: what stands before the last one stays.
_mahdar_search_list() {
  local word=$1 kept=""
  [[ $word == *,* ]] && kept=${word%,*},
  compopt -o nospace 2>/dev/null
  COMPREPLY=($(compgen -P "$kept" -W "$2" -- "${word##*,}"))
}

_mahdar_search() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} commands=""
  COMPREPLY=()
  # bash cuts "--sort=ne" and "round:7" into three words each.
  if [[ $word == [=:] ]]; then
    word=""
  elif ((COMP_CWORD > 1)) && [[ $before == = ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  local facet=""
  if [[ ${COMP_WORDS[COMP_CWORD]} == : ]]; then
    facet=$before
  elif ((COMP_CWORD > 2)) && [[ $before == : ]]; then
    facet=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [[ -n $facet ]]; then
    _mahdar_search_value "$facet" "$word"
    return
  fi
  case $before in
    --round | --guarantor | --country | --topic | --source | --person | --framing | --date)
      _mahdar_search_value "${before#--}" "$word" ;;
    --not)
      compopt -o nospace 2>/dev/null
      COMPREPLY=($(compgen -S : -W "$_mahdar_search_facets" -- "$word")) ;;
    --db) _mahdar_search_files -d "$word" ;;
    --queries) _mahdar_search_files -f "$word" ;;
    --archive) _mahdar_search_lines "$word" < <(_mahdar_search_archives) ;;
    --sort) COMPREPLY=($(compgen -W "relevance newest oldest round" -- "$word")) ;;
    --match) COMPREPLY=($(compgen -W "all any" -- "$word")) ;;
    --facets) _mahdar_search_list "$word" "$_mahdar_search_facets all none" ;;
    --facets-count) COMPREPLY=($(compgen -W "articles groups" -- "$word")) ;;
    --format) COMPREPLY=($(compgen -W "text json jsonl csv bibtex ris trec" -- "$word")) ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$word")) ;;
    --digits) COMPREPLY=($(compgen -W "latin arabic" -- "$word")) ;;
    --lang) COMPREPLY=($(compgen -W "ar en" -- "$word")) ;;
    --bidi) COMPREPLY=($(compgen -W "logical visual" -- "$word")) ;;
    --listen) COMPREPLY=($(compgen -W "127.0.0.1:8080 unix:/run/mahdar/search.sock" -- "$word")) ;;
    --from | --to | --limit | --offset | --host | --public-url | --workers | --cache) ;;
    *)
      ((COMP_CWORD == 1)) && commands="batch show similar watch serve"
      if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$_mahdar_search_options" -- "$word"))
      elif [[ -n $commands ]]; then
        COMPREPLY=($(compgen -W "$commands" -- "$word"))
      fi
      ;;
  esac
}

complete -F _mahdar_search mahdar-search
