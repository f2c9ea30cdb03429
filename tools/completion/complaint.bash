# SPDX-License-Identifier: MIT
# Completion for bash. Which commands and options there are it asks the command itself, so that it
# never says something else than `complaint --help`.

_complaint_commands()
{
	"$1" --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\)  .*/\1/p'
}

_complaint_options()
{
	"$1" help "$2" 2>/dev/null | sed -n 's/^  \(--[a-z][a-z-]*\).*/\1/p'
}

# What can stand behind an option, one a line; nothing: a file.
_complaint_values()
{
	case "$2 $3" in
	*' --ask') printf '%s\n' eligibility deadlines extension windows standing ;;
	*' --at') printf '%s\n' acceptance escalation additional-issue ;;
	*' --detail') printf '%s\n' verdict answer working ;;
	'check --format') printf '%s\n' text json sarif github ;;
	'test --format') printf '%s\n' text tap junit ;;
	*) # "--format text|json"
		"$1" help "$2" 2>/dev/null |
			sed -n "s/^  $3 \([a-z][a-z-]*\(|[a-z][a-z-]*\)*\)\( .*\)*\$/\1/p" | tr '|' '\n' ;;
	esac
}

# Words behind a command that are not options.
_complaint_words()
{
	case $1 in
	calendar) printf '%s\n' list show add count next previous explain ;;
	vocabulary) printf '%s\n' facts events notices doors records ;;
	esac
}

_complaint()
{
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
	local program=${COMP_WORDS[0]} command=${COMP_WORDS[1]} found

	if ((COMP_CWORD == 1)) || { ((COMP_CWORD == 2)) && [[ $command == help ]]; }; then
		found="$(_complaint_commands "$program") --help --version"
	elif [[ $word == -* ]]; then
		found=$(_complaint_options "$program" "$command")
	elif [[ $before == --* ]]; then
		found=$(_complaint_values "$program" "$command" "$before")
	elif ((COMP_CWORD == 2)); then
		found=$(_complaint_words "$command")
	fi
	mapfile -t COMPREPLY < <(compgen -W "$found" -- "$word")
	if ((${#COMPREPLY[@]} == 0 && COMP_CWORD > 1)); then
		mapfile -t COMPREPLY < <(compgen -f -- "$word")
		compopt -o filenames 2>/dev/null
	fi
	return 0
}

complete -F _complaint complaint
