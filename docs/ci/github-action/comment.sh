#!/usr/bin/env bash
# Writes target/rehearsal/report.md as a comment on a pull request. A comment of an earlier run is written over; it is known
# by a marker, so that no comment of another workflow is touched. Needs GH_TOKEN, REPOSITORY, PULL_REQUEST, REHEARSED.
set -euo pipefail
report=target/rehearsal/report.md
[ -f "$report" ] || { echo "There is no $report: no comment is written"; exit 0; }

marker="<!-- rehearsal of ${REHEARSED:-.} -->"
body=$(mktemp)
trap 'rm -f "$body"' EXIT
{ echo "$marker"; cat "$report"; } > "$body"

comments="repos/$REPOSITORY/issues/$PULL_REQUEST/comments"
earlier=$(gh api --paginate "$comments" --jq ".[] | select(.body | startswith(\"$marker\")) | .id" | tail -n 1)
if [ -n "$earlier" ]; then
  gh api --method PATCH "repos/$REPOSITORY/issues/comments/$earlier" --field body=@"$body" > /dev/null
else
  gh api --method POST "$comments" --field body=@"$body" > /dev/null
fi
