#!/bin/sh
# Opens an issue with what stands on standard input, or adds it to the open issue of that title: what weekly runs find stays in one thread.
set -eu
export GH_REPO="$GITHUB_REPOSITORY" title="$1"
report=$(mktemp)
{
  echo "Found by [this run]($GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID). Close this issue once all is mended."
  echo
  head -c 60000 # GitHub takes 65,536 characters
} > "$report"
number=$(gh issue list --limit 1000 --json number,title --jq 'map(select(.title == env.title))[0].number // empty')
if [ "$number" ]; then
  gh issue comment "$number" --body-file "$report"
else
  gh issue create --title "$title" --body-file "$report"
fi
