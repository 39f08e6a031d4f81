//! Takes a picture of every page, so that somebody can look at the product:
//! `cargo run -p casebook-e2e --example pictures -- OUTDIR [zh-CN|zh-TW|en …]`

mod album;
mod tour;

use album::Album;
use std::path::PathBuf;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("Usage: pictures OUTDIR [zh-CN|zh-TW|en …]");
        std::process::exit(2);
    };
    let mut langs: Vec<String> = arguments.collect();
    if langs.is_empty() {
        langs = vec!["zh-CN".to_owned(), "en".to_owned()];
    }
    for lang in langs {
        let album = Album::new(&folder, &lang);
        tour::take(&album, &lang).await;
        println!("{lang}: {} pictures in {}", album.count(), folder.display());
    }
}
