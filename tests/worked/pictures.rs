//! Photos on papers: those that were chosen, in their order, by what names their bytes.

use crate::bench::case_id;
use crate::composed::{composed, tap};
use casebook::app::command::put_photo;
use casebook::domain::id::PhotoId;
use casebook::domain::lang::Lang;
use casebook::domain::paper_kind::PaperKind;
use casebook::domain::photo::{FileHash, MediaType, Photo, PhotoOf};

fn photo(bytes: &[u8], media: MediaType, caption: &str, on_papers: bool) -> Photo {
    Photo {
        rank: 0,
        caption: caption.to_owned(),
        of: PhotoOf::Case,
        file: FileHash::of(bytes),
        media,
        name: String::new(),
        size: 3,
        width: 1,
        height: 1,
        taken: None,
        on_papers,
    }
}

#[test]
fn the_acceptance_report_shows_the_photos_that_were_chosen() {
    let mut bench = tap();
    let report = |bench: &crate::bench::Bench| {
        composed(bench, PaperKind::AcceptanceReport, Lang::ZhCn).expect("a report")
    };
    let before = report(&bench);
    assert!(!before.contains("照片"));
    for (id, photo) in [
        ("p1", photo(b"abc", MediaType::Jpeg, "旧阀芯", true)),
        ("p2", photo(b"two", MediaType::Jpeg, "内部用", false)),
        ("p3", photo(b"pdf", MediaType::Pdf, "说明书", true)),
    ] {
        let (pen, id) = (bench.pen("may"), PhotoId::parse(id).expect("an id"));
        bench.take(put_photo(&pen, &case_id(), &bench.case(), &id, photo).expect("a photo"));
    }
    let text = report(&bench);
    // SHA-256("abc") begins ba7816bf8f01 (FIPS 180-4, example B.1).
    assert!(text.contains("照片\n旧阀芯 [ba7816bf8f01]"), "{text}");
    assert!(!text.contains("内部用") && !text.contains("说明书"), "{text}");
}
