#!/bin/sh
# Runs a server for as long as someone holds this script's standard input open, then leaves nothing behind.
# That someone may be killed without a chance to clean up: its end of the pipe closes all the same.
# $1: a directory for this server alone, where its log is; $2: the run's directory, which holds the data directory
# $3: the signal that ends the server at once; the rest: the server's command line
# On the standard input, "up" says that the server has come up, and "keep" that the run goes on without it.
trap '' HUP INT QUIT TERM
home=$1
run=$2
signal=$3
shift 3
exec 3<&0

"$@" </dev/null >"$home/server.log" 2>&1 3<&- &
server=$!

(
  while read -r word; do
    if [ "$word" = keep ]; then
      : >"$home/kept"
    else
      # a server that gets killed leaves its shared memory: remember its name while it can be asked
      sed -n 's|^.* \(/dev/shm/PostgreSQL[^ ]*\).*|\1|p' "/proc/$server/maps" >"$home/shm"
    fi
  done
  [ -e "$home/ended" ] && exit
  kill -"$signal" "$server"
  tries=0
  while kill -0 "$server" && [ "$tries" -lt 250 ]; do
    sleep 0.02
    tries=$((tries + 1))
  done
  kill -KILL "$server"
) <&3 3<&- 2>/dev/null &

wait "$server"
: >"$home/ended"

if [ -e "$run/data/postmaster.pid" ]; then # it was killed: its busy sessions live on, each in the data directory
  for process in /proc/[0-9]*; do
    [ "$(readlink "$process/cwd")" = "$run/data" ] && kill -KILL "${process#/proc/}"
  done
  ipcrm -m "$(sed -n '7s/.* //p' "$run/data/postmaster.pid")"
  [ -e "$home/shm" ] && xargs rm -f <"$home/shm"
fi 2>/dev/null

wait
[ -e "$home/kept" ] || rm -rf "$run"
rm -rf "$home"
