//! The bytes of photos and files within a file.

use crate::{EVERY, exported, file, problem, refused, taken};
use casebook::archive::{Archive, Refusal, closing, file_piece, opening, plan, write};
use casebook::domain::photo::{FileHash, KeptFile, MAX_FILE_BYTES, MediaType};
use casebook::domain::record::Records;
use proptest::prelude::*;

const JPEG: &[u8] = b"\xff\xd8\xff\xe0 a picture";

fn with(archive: &Archive, files: &[KeptFile]) -> String {
    let pieces = files.iter().enumerate().map(|(at, kept)| file_piece(at == 0, kept)).collect::<String>();
    opening(&archive.records, &exported()) + &pieces + closing(!files.is_empty())
}

/// A file with this list of files.
fn listing(files: &str) -> String {
    let whole = file("");
    format!("{},\"files\":[{files}]}}", &whole[..whole.len() - 1])
}

fn entry(hash: &str, media: &str, data: &str) -> String {
    format!(r#"{{"hash":"{hash}","type":"{media}","data":"{data}"}}"#)
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(files in proptest::collection::vec(any::<Vec<u8>>(), 0..5)) {
        let files: Vec<_> = files.into_iter().map(KeptFile::new).collect();
        let every = taken(EVERY);
        let text = with(&every, &files);
        let read = taken(&text);
        prop_assert_eq!(&read.problems, &every.problems);
        prop_assert_eq!(&read.records, &every.records);
        prop_assert_eq!(&read.files, &files);
        serde_json::from_str::<serde_json::Value>(&text).expect("it is JSON");
    }
}

#[test]
fn a_file_without_pictures_is_as_it_always_was() {
    let every = taken(EVERY);
    assert_eq!(with(&every, &[]), write(&every.records, &exported()));
    assert_eq!(every.files, []);
}

#[test]
fn one_that_is_wrong_is_refused_and_the_rest_goes_on() {
    let good = KeptFile::new(JPEG.to_vec());
    let name = good.hash().as_str();
    let piece = file_piece(true, &good);
    let good_entry = piece.trim_start_matches(",\"files\":[\n");
    let data = good_entry.split('"').nth(11).expect("the bytes").to_owned();
    let other = FileHash::of(b"other");
    let text = FileHash::of(b"I am photo.jpg");
    let large = "A".repeat(usize::try_from(MAX_FILE_BYTES).expect("it fits") / 3 * 4 + 8);
    for (wrong, place, what) in [
        (
            entry(other.as_str(), "jpeg", &data),
            "data",
            "does not match its hash: the bytes were changed on the way",
        ),
        (entry("ba78", "jpeg", &data), "hash", "must be a SHA-256 in 64 hexadecimal digits"),
        (entry(name, "jpeg", &data[1..]), "data", "must be bytes in base 64, with their padding"),
        (
            entry(name, "jpeg", &data.replace('/', "%")),
            "data",
            "must be bytes in base 64, with their padding",
        ),
        (entry(name, "png", &data), "type", "is not of the type that it is said to be"),
        (
            entry(text.as_str(), "jpeg", "SSBhbSBwaG90by5qcGc="),
            "type",
            "is not of the type that it is said to be",
        ),
        (entry(name, "jpeg", &large), "data", "has more than 10485760 bytes"),
        (
            entry(name, "hologram", &data),
            "type",
            "is not known to this version and would be lost: use a newer program",
        ),
        (format!(r#"{{"hash":"{name}","type":"jpeg"}}"#), "data", "is missing"),
        (format!(r#"{{"hash":"{name}","type":"jpeg","data":7}}"#), "data", "must be text"),
    ] {
        let text = listing(&format!("{wrong},{good_entry}"));
        assert_eq!(problem(&text), (format!("files[0].{place}"), what.to_owned()));
        assert_eq!(taken(&text).files, std::slice::from_ref(&good), "{place}");
    }
    assert_eq!(problem(&listing("7")).0, "files[0]");
}

#[test]
fn the_list_itself_must_be_one() {
    let whole = file("");
    let not_a_list = format!("{},\"files\":7}}", &whole[..whole.len() - 1]);
    let Refusal::WrongShape { place, .. } = refused(&not_a_list) else { panic!("{not_a_list}") };
    assert_eq!(place, "files");
    let twice = format!("{},\"files\":[]}}", &listing("")[..listing("").len() - 1]);
    assert_eq!(refused(&twice), Refusal::DuplicateKey { place: "files".to_owned() });
}

#[test]
fn a_plan_may_bring_nothing_but_pictures() {
    let kept = KeptFile::new(JPEG.to_vec());
    let named = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let every = EVERY.replace(named, kept.hash().as_str());
    let records = taken(&every).records;
    let planned = plan(&records, taken(&with(&taken(&every), std::slice::from_ref(&kept))));
    assert_eq!((planned.news.clone(), planned.is_empty()), (Records::default(), false));
    assert_eq!(planned.files, std::slice::from_ref(&kept));
    assert!(plan(&records, taken(&every)).is_empty());
    let archive = taken(&with(&taken(EVERY), &[kept]));
    assert!(plan(&archive.records.clone(), archive).is_empty(), "nobody names these");
    assert_eq!(MediaType::of(JPEG), MediaType::Jpeg);
}
