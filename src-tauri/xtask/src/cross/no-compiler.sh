#!/bin/sh
# Stands in for another system's C compiler where nothing will be linked: makes the empty object files that build scripts ask for,
# calls itself clang, and has an OpenSSL 3. It refuses options that are only asked about, as a compiler without them would.
preprocess=false
while [ $# -gt 0 ]; do
    case "$1" in
        -o) shift; : > "$1" ;;
        -E) preprocess=true ;;
        '-?') exit 1 ;;
    esac
    shift
done
if $preprocess; then printf '%s\n' clang RUST_VERSION_NEW_OPENSSL_3_0_0; fi
