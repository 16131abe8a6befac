# The same place as tests/run uses, so that nothing is compiled twice.
export CARGO_TARGET_DIR := env("CARGO_TARGET_DIR", cache_directory() / "tydlig/target")

# List the recipes.
default:
    @just --list

# Show this repository's own site in the browser, with the debug build.
dev *ARGS:
    cargo run --quiet -- serve {{ARGS}}

# Run the tests of the crate, or those whose name contains FILTER.
test *FILTER:
    cargo test --quiet --locked {{FILTER}}

# Write the expected outputs of the tests anew; read the difference before committing it.
accept:
    UPDATE_EXPECT=1 INSTA_UPDATE=always TRYCMD=overwrite SNAPSHOTS=overwrite cargo test --quiet --locked
    git diff --stat

# Formatting, Clippy and the documentation, as tests/run asks for them.
lint:
    cargo fmt --check
    cargo clippy --quiet --all-targets --locked -- -D warnings
    RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps --locked --quiet

# Measure against other generators; see bench/.
bench *ARGS:
    ./bench/run {{ARGS}}

# Exactly what continuous integration runs.
ci *ARGS:
    ./tests/run {{ARGS}}
