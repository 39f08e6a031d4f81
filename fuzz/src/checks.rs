//! What holds for any bytes, one check for each reader. The fuzzer calls them with bytes it
//! makes up, `tests/replay.rs` with those in `fuzz/corpus`.

use casebook::archive::tables::{
    Doing, Duplicates, Encoding, Here, Mapping, ProcessWords, Sheet, SheetKind, Source, Table, Taking,
    built_in_processes, decode_unicode, take, take_vcards,
};
use casebook::archive::{self, Archive, Exported, calendar};
use casebook::domain::calendar::Zone;
use casebook::domain::record::Records;
use casebook::search::summary::Summary;
use std::sync::LazyLock;

/// What is called with bytes, and panics where something does not hold.
pub type Check = fn(&[u8]);

/// The readers by the name of their target and of their folder in `fuzz/corpus`.
#[allow(dead_code, reason = "each target is a program of its own")]
pub const ALL: [(&str, Check); 5] =
    [("archive", archive), ("calendar", calendar), ("process", process), ("table", table), ("vcard", vcard)];

/// A shop's file: what is read is planned, folded and written, and then reads as the same.
#[allow(dead_code, reason = "each target is a program of its own")]
pub fn archive(bytes: &[u8]) {
    let Ok(read) = archive::read_bytes(bytes) else { return };
    let text = archive::write(&read.records, &read.exported);
    let again = archive::read(&text).expect("what was written is read");
    assert_eq!((&again.records, again.problems.len()), (&read.records, 0));
    assert_eq!(archive::write(&again.records, &again.exported), text);
    let planned = archive::plan(&Records::default(), read);
    for (key, record) in &planned.news.0 {
        let _shown = (archive::state_text(record), Summary::of(key, record));
        let row = archive::entries_text(record);
        assert_eq!(archive::read_entries(&key.kind, &row).as_ref(), Ok(record));
    }
    assert!(archive::plan(&planned.news, again).is_empty(), "a second time brings nothing");
}

/// A calendar's file, and lists of days in other programs' forms.
#[allow(dead_code, reason = "each target is a program of its own")]
pub fn calendar(bytes: &[u8]) {
    let _days = calendar::read_days(bytes);
    if let Ok(read) = calendar::read(bytes) {
        assert_eq!(calendar::read(calendar::write(&read).as_bytes()), Ok(read));
    }
}

/// A process's file.
#[allow(dead_code, reason = "each target is a program of its own")]
pub fn process(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let _drafts = archive::read_drafts(text);
    if let Ok(read) = archive::read_process(text) {
        assert_eq!(archive::read_process(&archive::process_text(&read)), Ok(read));
    }
}

/// A table of customers, of cases, of events: its columns are guessed, or are the first ones.
#[allow(dead_code, reason = "each target is a program of its own")]
pub fn table(bytes: &[u8]) {
    let encoding = if bytes.starts_with(b"\xff\xfe") { Encoding::Utf16Le } else { Encoding::Utf8 };
    let Some(text) = decode_unicode(encoding, bytes) else { return };
    let Ok(table) = Table::parse(&text, None) else { return };
    for (kind, first) in [
        (SheetKind::Customers, &[("name", "1"), ("phone", "2"), ("email", "3")][..]),
        (SheetKind::Cases, &[("number", "1"), ("name", "2"), ("opened", "3"), ("description", "4")]),
        (SheetKind::Events, &[("case", "1"), ("activity", "2"), ("time", "3"), ("person", "4")]),
    ] {
        let mappings = [Some(Mapping::guess(kind, &table)), Mapping::named(kind, &table, first).ok()];
        for mapping in mappings.into_iter().flatten() {
            taken(|taking| take(&table, &mapping, taking).ok());
        }
    }
}

/// The cards of an address book.
#[allow(dead_code, reason = "each target is a program of its own")]
pub fn vcard(bytes: &[u8]) {
    let Some(text) = decode_unicode(Encoding::Utf8, bytes) else { return };
    taken(|taking| take_vcards(&text, taking).ok());
}

/// The same for every input, and slow to make.
static PROCESSES: LazyLock<Vec<ProcessWords>> = LazyLock::new(built_in_processes);

/// What a list gives is the same each time, and a sound file; once it is here, the list gives
/// nothing more. Where a second row is added to the first, and where it is taken as new, too.
#[allow(dead_code, reason = "each target is a program of its own")]
fn taken(rows: impl Fn(&Taking<'_>) -> Option<Sheet>) {
    let source = Source::new("list");
    let sheet = |here: &Here, duplicates| {
        let (now_ms, zone) = (1_795_264_327_000, Zone::default());
        rows(&Taking { source: &source, here, processes: &PROCESSES, now_ms, zone, duplicates })
    };
    let all = |doing| Duplicates { sure: doing, maybe: doing, ..Duplicates::default() };
    for duplicates in [Duplicates::default(), all(Doing::Add), all(Doing::New)] {
        let Some(first) = sheet(&Here::default(), duplicates) else { return };
        assert_eq!(sheet(&Here::default(), duplicates).as_ref(), Some(&first));
        let file = sound(first);
        let again = archive::read(&archive::write(&file.records, &file.exported)).expect("it is sound");
        assert!(archive::plan(&file.records, again).is_empty(), "a second time brings nothing");
        if let Some(added) = sheet(&Here::of(&file.records), all(Doing::Add)) {
            sound(added);
        }
    }
}

/// The file that a list becomes, which reads as it was written.
#[allow(dead_code, reason = "each target is a program of its own")]
fn sound(sheet: Sheet) -> Archive {
    let exported = Exported { at: "2026-11-21T20:00:00Z".into(), device: "k3v9q2".into(), app: "0".into() };
    let file = sheet.archive(exported);
    let again =
        archive::read(&archive::write(&file.records, &file.exported)).expect("what was written is read");
    assert_eq!((&again.records, again.problems.len()), (&file.records, 0));
    file
}
