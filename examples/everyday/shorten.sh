#!/bin/sh
# An editor for the example: what you would do by hand.
sed '/^  title/s/Harbours of the North: Ports and Small States/{Harbours} of the North/' "$1" > "$1.new" && mv "$1.new" "$1"
