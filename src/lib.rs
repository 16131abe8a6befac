//! tydlig compiles a municipality's programme into an accessible website in many languages.
//!
//! The stages, in order; each is a function from values to values, and only the first and the last touch a disk:
//!
//! 1. [`source::load`] reads files.
//! 2. [`document::parse`] reads one file: front matter, body, data; [`config::parse`] reads site.toml.
//! 3. [`site::assemble`] joins all files to one model: pages, programme, progress, routes.
//! 4. [`theme::Theme::parse`] reads templates and styles; [`locale::catalogue`] the texts of the interface.
//! 5. [`check`] judges the whole.
//! 6. [`view`] chooses what a page shows; [`render`] turns it into bytes.
//! 7. [`audit`] judges each finished page, and [`minify`] makes it smaller.
//! 8. [`output`] writes the bytes, or [`preview`] serves them.

pub mod audit;
pub mod check;
pub mod chunked_vec;
pub mod cli;
pub mod command;
pub mod config;
pub mod dataset;
pub mod diagnostic;
pub mod disk;
pub mod document;
pub mod edit;
pub mod form;
pub mod html;
pub mod locale;
pub mod minify;
pub mod origin;
pub mod output;
pub mod period;
pub mod preview;
pub mod render;
pub mod schema;
pub mod site;
pub mod snapshot;
pub mod source;
pub mod status;
pub mod table;
pub mod theme;
pub mod view;
pub mod workspace;
