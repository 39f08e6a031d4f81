use super::*;
use crate::domain::case::{CaseField, CaseItem, CaseKind};
use crate::domain::customer::{CustomerField, CustomerKind};
use crate::domain::id::PhotoId;
use crate::domain::photo::{FileHash, MediaType, Photo, PhotoOf};
use crate::domain::record::{Known, Record};
use crate::journal::{Change, DeviceId, Entry, SessionId, Stamp, Writer};
use crate::store::Damage;

/// The entry that a customer got this name at this time.
fn named(id: &str, millis: u64, name: &str) -> Records {
    let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
    let field = CustomerField::Name(name.to_owned());
    let mut records = Records::default();
    records.add::<CustomerKind>(
        id,
        Entry {
            stamp: Stamp::new(millis, 0, writer),
            author: None,
            changes: vec![Change::Set { field, replaces: Vec::new() }],
        },
    );
    records
}

fn names(summaries: &[Summary]) -> Vec<&str> {
    let names = summaries.iter().map(|summary| match summary {
        Summary::Customer(customer) => customer.name.as_str(),
        _ => "",
    });
    names.collect()
}

fn customer(id: &str) -> RecordKey {
    RecordKey::new(RecordKind::Customer, id)
}

#[test]
fn what_was_appended_is_read_back() {
    let mut store = MemoryStore::default();
    let mut all = named("a", 1, "Ann");
    all.merge(named("b", 2, "Ben"));
    store.append(&all, Durability::Strict).unwrap();
    store.append(&named("a", 3, "Anna"), Durability::Relaxed).unwrap();
    all.merge(named("a", 3, "Anna"));

    assert_eq!(store.all().unwrap(), Loaded { records: all.clone(), damaged: Vec::new() });
    assert_eq!(store.load_kinds(&[RecordKind::Customer]).unwrap().records, all);
    assert_eq!(store.load_kinds(&[RecordKind::Case]).unwrap(), Loaded::default());
    let ann = store.load(&[customer("a"), customer("nobody")]).unwrap().records;
    assert_eq!(ann.0.keys().collect::<Vec<_>>(), [&customer("a")]);
    assert_eq!(ann.entries(), 2);
}

#[test]
fn a_summary_is_of_all_rows_of_a_record() {
    let mut store = MemoryStore::default();
    store.append(&named("a", 9, "Anna"), Durability::Strict).unwrap();
    let given = store.append(&named("a", 1, "Ann"), Durability::Strict).unwrap();
    assert_eq!(names(&given), ["Anna"]);
    assert_eq!(store.summaries().unwrap(), given);
}

#[test]
fn the_same_batch_twice_is_refused_and_changes_nothing() {
    let mut store = MemoryStore::default();
    let batch = BatchId::from_random(1);
    store.append_as(&batch, &named("a", 1, "Ann"), Durability::Strict).unwrap();
    let before = store.clone();
    let mut both = named("a", 2, "Anna");
    both.merge(named("b", 2, "Ben"));
    assert!(store.append_as(&batch, &both, Durability::Strict).is_err());
    assert_eq!(store, before);
}

#[test]
fn a_damaged_row_is_set_aside_and_stays() {
    let mut store = MemoryStore::default();
    store.append(&named("a", 1, "Ann"), Durability::Strict).unwrap();
    store.batches.insert("customer/a/torn".to_owned(), "[{\"stamp\"".to_owned());
    store.batches.insert("what".to_owned(), "[]".to_owned());

    let loaded = store.all().unwrap();
    assert_eq!(loaded.records, named("a", 1, "Ann"));
    let [torn, what] = loaded.damaged.as_slice() else { panic!("{:?}", loaded.damaged) };
    assert_eq!((torn.row.as_str(), torn.text.as_str()), ("customer/a/torn", "[{\"stamp\""));
    assert!(matches!(torn.reason, Damage::Entries(_)));
    assert_eq!(what.reason, Damage::Key);
    assert_eq!(names(&store.append(&named("a", 2, "Anna"), Durability::Strict).unwrap()), ["Anna"]);
    assert!(store.batches.contains_key("customer/a/torn"));
}

#[test]
fn summaries_that_do_not_fit_are_made_again() {
    let spoil: [fn(&mut MemoryStore); 3] = [
        |store| drop(store.meta.remove(meta::CACHE)),
        |store| drop(store.meta.insert(meta::CACHE.to_owned(), "0".to_owned())),
        |store| drop(store.summaries.insert("customer/a".to_owned(), "{}".to_owned())),
    ];
    for spoil in spoil {
        let mut store = MemoryStore::default();
        store.append(&named("a", 1, "Ann"), Durability::Strict).unwrap();
        let right = store.clone();
        spoil(&mut store);
        assert_eq!(names(&store.summaries().unwrap()), ["Ann"]);
        assert_eq!(store, right);
    }
}

#[test]
fn a_cache_of_another_version_is_not_added_to_unnoticed() {
    let mut store = MemoryStore::default();
    store.meta.insert(meta::CACHE.to_owned(), "0".to_owned());
    store.append(&named("a", 1, "Ann"), Durability::Strict).unwrap();
    assert_eq!(store.meta.get(meta::CACHE), None);
}

#[test]
fn numbers_and_notes_do_not_meet() {
    let mut store = MemoryStore::default();
    assert_eq!(store.next_number("case", 0), Ok(1));
    assert_eq!(store.next_number("case", 0), Ok(2));
    assert_eq!(store.next_number("letter", 40), Ok(41));
    store.set_meta("number/case", "note").unwrap();
    assert_eq!(store.next_number("case", 0), Ok(3));
    assert_eq!(store.meta("number/case").unwrap().as_deref(), Some("note"));
    assert_eq!(store.meta("other"), Ok(None));
}

#[test]
fn removed_records_leave_the_others() {
    let mut store = MemoryStore::default();
    for id in ["a", "a-1", "ab"] {
        store.append(&named(id, 1, id), Durability::Strict).unwrap();
    }
    store.remove(&[customer("a")]).unwrap();
    assert_eq!(store.all().unwrap().records.0.len(), 2);
    assert_eq!(names(&store.summaries().unwrap()), ["a-1", "ab"]);
}

#[test]
fn what_cannot_be_written_is_told_and_leaves_all_as_it_was() {
    let mut store = MemoryStore { trouble: Some(StoreError::Full), ..MemoryStore::default() };
    let before = store.clone();
    assert_eq!(store.append(&named("a", 1, "Ann"), Durability::Strict), Err(StoreError::Full));
    assert_eq!(store.next_number("case", 0), Err(StoreError::Full));
    assert_eq!(store.batches, before.batches);
    assert_eq!(store.meta, before.meta);
}

#[test]
fn what_a_newer_version_wrote_is_kept() {
    let mut store = MemoryStore::default();
    let van = RecordKey::new(RecordKind::Unknown("van".to_owned()), "v");
    store.batches.insert("customer/a/b".to_owned(), crate::archive::entries_text(&ann()));
    store.batches.insert("van/v/b".to_owned(), "[]".to_owned());
    let loaded = store.all().unwrap();
    assert_eq!(loaded.damaged, []);
    assert!(loaded.records.0.contains_key(&van));
}

fn ann() -> Record {
    CustomerKind::wrap(named("a", 1, "Ann").journal::<CustomerKind>("a"))
}

#[test]
fn an_import_is_taken_back_and_nothing_else() {
    let mut store = MemoryStore::default();
    store.append(&named("a", 1, "Ann"), Durability::Strict).unwrap();
    let before = store.clone();
    let batch = BatchId::from_random(77);
    let mut brought = named("a", 5, "Anna");
    brought.merge(named("b", 5, "Ben"));
    brought.merge(named("c", 5, "Cleo"));
    let keys: Vec<_> = brought.0.keys().cloned().collect();
    let note = format!("{}/{batch}", crate::store::IMPORTS);
    store.append_import(&batch, &brought, &[], (&note, "of a test")).unwrap();
    assert_eq!(store.batch_is_whole(&batch, &keys), Ok(true));
    store.append(&named("c", 9, "Cleopatra"), Durability::Strict).unwrap();

    let left = store.remove_batch(&batch, &keys, &note, &[]).unwrap();
    assert_eq!(names(&left), ["Ann", "Cleopatra"]);
    assert_eq!(store.batch_is_whole(&batch, &keys), Ok(false));
    assert_eq!(store.meta(&note), Ok(None));
    store.remove(&[customer("c")]).unwrap();
    assert_eq!((store.batches, store.summaries, store.meta), (before.batches, before.summaries, before.meta));
}

#[test]
fn an_erasure_is_not_taken_back() {
    let mut store = MemoryStore::default();
    store.append(&named("a", 1, "Ann"), Durability::Strict).unwrap();
    let batch = BatchId::from_random(77);
    let mut mark = named("a", 2, "Anna");
    let Some(Record::Customer(journal)) = mark.0.get_mut(&customer("a")) else { panic!("{mark:?}") };
    let mut entry = journal.pop_last().unwrap();
    entry.changes = vec![Change::Erased];
    journal.insert(entry);
    store.append_as(&batch, &mark, Durability::Strict).unwrap();
    let erased = store.clone();
    assert_eq!(store.batch_is_whole(&batch, &[customer("a")]), Ok(false));
    assert_eq!(store.remove_batch(&batch, &[customer("a")], "none", &[]), Ok(Vec::new()));
    assert_eq!(store, erased);
}

#[test]
fn many_rows_become_one_and_say_the_same() {
    let mut store = MemoryStore::default();
    let batch = BatchId::from_random(7_777);
    for n in 0..30 {
        store.append(&named("a", n, &format!("Ann {n}")), Durability::Relaxed).unwrap();
    }
    // Twice the same, of another record, what cannot be read, and what can still be taken back.
    store.append(&named("a", 3, "Ann 3"), Durability::Relaxed).unwrap();
    store.append(&named("ab", 1, "Abe"), Durability::Relaxed).unwrap();
    store.batches.insert("customer/a/torn".to_owned(), "[{".to_owned());
    store.append_import(&batch, &named("a", 99, "Anna"), &[], (&format!("import/{batch}"), "")).unwrap();
    let before = store.clone();

    assert_eq!(store.crowded(24), Ok(vec![customer("a")]));
    assert_eq!(store.compact(&[customer("a"), customer("ab")]), Ok(30));
    assert_eq!(store.all(), before.all());
    assert_eq!(store.summaries(), before.clone().summaries());
    assert_eq!(store.batches.len(), 4);
    assert_eq!(store.batch_is_whole(&batch, &[customer("a")]), Ok(true));
    assert_eq!(store.compact(&[customer("a")]), Ok(0));
    assert_eq!(store.crowded(24), Ok(Vec::new()));
    let mut full = MemoryStore { trouble: Some(StoreError::Full), ..before.clone() };
    assert_eq!(full.compact(&[customer("a")]), Err(StoreError::Full));
    assert_eq!(full.batches, before.batches);
}

#[test]
fn rows_of_every_earlier_version_are_read() {
    for text in [
        include_str!("../../../tests/fixtures/schema/v1.json"),
        include_str!("../../../tests/fixtures/schema/v2.json"),
    ] {
        let fixture: serde_json::Value = serde_json::from_str(text).unwrap();
        let table = |name: &str| -> BTreeMap<String, String> {
            let rows = fixture[name].as_object().unwrap().iter();
            rows.map(|(key, text)| (key.clone(), text.as_str().unwrap().to_owned())).collect()
        };
        let mut store = MemoryStore {
            batches: table("batches"),
            summaries: table("summaries"),
            meta: table("meta"),
            ..MemoryStore::default()
        };
        let loaded = store.all().unwrap();
        assert_eq!(loaded.damaged, []);
        let entries = fixture["entries"].as_object().unwrap().iter();
        let entries: BTreeMap<_, _> =
            entries.map(|(key, count)| (key.clone(), count.as_u64().unwrap() as usize)).collect();
        let read: BTreeMap<_, _> =
            loaded.records.0.iter().map(|(key, record)| (key.to_string(), record.len())).collect();
        assert_eq!(read, entries);
        let mut keys: Vec<_> = store.summaries().unwrap().iter().map(|one| one.key().to_string()).collect();
        keys.sort();
        assert_eq!(keys, table("summaries").into_keys().collect::<Vec<_>>());
        assert_eq!(store.next_number("case", 0), Ok(7));
        // All of it fits into one row for each record, and stays the same.
        let keys: Vec<_> = loaded.records.0.keys().cloned().collect();
        store.compact(&keys).unwrap();
        assert_eq!(store.all().unwrap().records, loaded.records);
        assert_eq!(store.batches.len(), keys.len());
    }
}

/// A case with a photo of these bytes.
fn pictured(case: &str, at: u64, bytes: &[u8]) -> Records {
    let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
    let photo = Photo {
        rank: 0,
        caption: String::new(),
        of: PhotoOf::Case,
        media: MediaType::of(bytes),
        file: FileHash::of(bytes),
        name: String::new(),
        size: 1,
        width: 1,
        height: 1,
        taken: None,
        on_papers: true,
    };
    let item = CaseItem::Photo(PhotoId::from_random(at.into()), Some(photo.into()));
    let change = Change::Set { field: CaseField::Item(item), replaces: Vec::new() };
    let mut records = Records::default();
    records.add::<CaseKind>(
        case,
        Entry { stamp: Stamp::new(at, 0, writer), author: None, changes: vec![change] },
    );
    records
}

#[test]
fn an_import_that_is_taken_back_takes_its_photos_along_but_nobody_elses() {
    let [alone, shared, spoken_of, others, before]: [&[u8]; 5] =
        [b"its own", b"of a case here, too", b"of a row that is torn", b"of another import", b"nobody's"];
    let brought = [alone, shared, spoken_of, others];
    let mut store = MemoryStore::default();
    store.append_files(&Records::default(), &[KeptFile::new(before.to_vec())]).unwrap();
    let mut new = Records::default();
    brought.iter().zip(1..).for_each(|(bytes, at)| new.merge(pictured("came", at, bytes)));
    let files: Vec<_> = brought.iter().map(|bytes| KeptFile::new(bytes.to_vec())).collect();
    let names: Vec<_> = files.iter().map(|file| file.hash().clone()).collect();
    let [first, second] = [77, 78].map(BatchId::from_random);
    store.append_import(&first, &new, &files, ("import/1", "")).unwrap();
    store.append_import(&second, &pictured("again", 50, others), &[], ("import/2", "")).unwrap();
    store.append(&pictured("here", 60, shared), Durability::Strict).unwrap();
    let torn = format!("[{{ \"file\": \"{}\"", FileHash::of(spoken_of));
    store.batches.insert("case/torn/row".to_owned(), torn);

    let silent = store.clone();
    let came = [RecordKey::new(RecordKind::Case, "came")];
    store.remove_batch(&first, &came, "import/1", &names).unwrap();
    let kept = |store: &MemoryStore| -> Vec<Vec<u8>> {
        let mut kept: Vec<_> = store.files.values().cloned().collect();
        kept.sort();
        kept
    };
    let mut stay = [shared, spoken_of, others, before].map(<[u8]>::to_vec);
    stay.sort();
    assert_eq!(kept(&store), stay);
    store.remove_batch(&second, &[RecordKey::new(RecordKind::Case, "again")], "import/2", &names).unwrap();
    assert_eq!(kept(&store).len(), 3, "nobody names it any more");

    // Where only some of its records go, the others keep theirs.
    let mut some = silent;
    some.remove_batch(&first, &[], "import/1", &names).unwrap();
    assert_eq!(kept(&some).len(), 5);
}
