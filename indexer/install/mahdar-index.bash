# Completion of mahdar-index for bash. bash-completion reads it when the program is first completed; sourced, it works
# without that package.
# shellcheck shell=bash disable=SC2207

# The options of a command; a test compares them with `mahdar-index COMMAND --help`.
_mahdar_index_options() {
  case $1 in
    update) echo "--db --archive --taxonomy --corrections --json --verbose -v --wait --full-scan --retry-failed
      --allow-mass-delete --rebuild-if-needed --batch --memory --threads --help -h" ;;
    rebuild) echo "--db --archive --taxonomy --corrections --json --verbose -v --wait --allow-mass-delete
      --threads --help -h" ;;
    rollback) echo "--db --archive --verbose -v --wait --help -h" ;;
    explain) echo "--taxonomy --corrections --format --lang --threads --help -h" ;;
    status) echo "--db --archive --format --help -h" ;;
    verify) echo "--db --archive --format --digest --help -h" ;;
    "") echo "--help -h --version" ;;
  esac
}

# Completes the name of an archive of the settings file. Not by `compgen -W`, which would run what it finds in one.
_mahdar_index_archive() {
  local file name
  for file in "${MAHDAR_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/mahdar/mahdar.toml}" /etc/mahdar/mahdar.toml; do
    [[ -r $file ]] || continue
    while IFS= read -r name; do
      [[ $name == "$1"* ]] && COMPREPLY+=("$(printf %q "$name")")
    done < <(sed -n 's/^[[:space:]]*name[[:space:]]*=[[:space:]]*"\([^"]*\)".*/\1/p' "$file")
    return
  done
}

_mahdar_index_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$2")
}

_mahdar_index() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=""
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "update rebuild rollback explain status verify $(_mahdar_index_options)" -- "$word"))
    return
  fi
  command=${COMP_WORDS[1]}
  # bash cuts "--format=te" into three words.
  if [[ $word == = ]]; then
    word=""
  elif [[ $before == = ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $before in
    --db) _mahdar_index_files -d "$word" ;;
    --taxonomy | --corrections) _mahdar_index_files -f "$word" ;;
    --archive) _mahdar_index_archive "$word" ;;
    --format) COMPREPLY=($(compgen -W "text json" -- "$word")) ;;
    --lang) COMPREPLY=($(compgen -W "ar en" -- "$word")) ;;
    --batch | --memory | --threads | --wait) ;;
    *)
      if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$(_mahdar_index_options "$command")" -- "$word"))
      elif [[ $command =~ ^(update|rebuild|explain)$ ]]; then
        _mahdar_index_files -f "$word"
      fi
      ;;
  esac
}

complete -F _mahdar_index mahdar-index
