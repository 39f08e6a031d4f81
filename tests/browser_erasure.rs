//! A person is erased in a real browser: nothing that names them stays in the database.

#![cfg(target_arch = "wasm32")]

#[path = "browser_store/raw.rs"]
#[allow(dead_code, reason = "each of the tests of the store uses some of it")]
mod raw;

use casebook::app::command::{self, AssetChoice, CustomerChoice, Pen, Request, put_photo};
use casebook::archive::{Archive, Exported, plan};
use casebook::domain::case::{Case, CaseKind, Channel, Urgency};
use casebook::domain::id::{AssetId, CaseId, CustomerId, PhotoId, ProcessId, StageId};
use casebook::domain::named_files::NamedFiles;
use casebook::domain::phone::Phone;
use casebook::domain::photo::{KeptFile, MediaType, Photo, PhotoOf, Thumb};
use casebook::domain::process::ProcessRef;
use casebook::domain::record::Records;
use casebook::journal::{DeviceId, SessionId, Stamp, Writer};
use casebook::platform::random;
use casebook::store::{Durability, Store};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// What nobody may find afterwards.
const PERSONAL: [&str; 5] = ["陈秀英", "138 0000 1234", "和平路", "脱水时响", "SN-778"];
const BYTES: &[u8] = b"\xff\xd8\xff a photo of her kitchen";

fn pen(at: u64) -> Pen {
    let writer = Writer { device: DeviceId::from_random(1), session: SessionId::from_random(1) };
    Pen { stamp: Stamp::new(1_795_264_320_000 + at, 0, writer), author: None }
}

fn case() -> CaseId {
    CaseId::parse("k1").unwrap()
}

/// A customer with a case, a thing and a photo.
fn shop() -> Records {
    let request = Request {
        case: case(),
        number: "ABC-1".to_owned(),
        customer: CustomerChoice::New {
            id: CustomerId::parse("c1").unwrap(),
            name: PERSONAL[0].to_owned(),
            phone: Phone::parse(PERSONAL[1]).ok(),
            address: format!("{} 8 号", PERSONAL[2]),
        },
        asset: AssetChoice::New {
            id: AssetId::parse("a1").unwrap(),
            label: "洗衣机".to_owned(),
            brand: String::new(),
            model: String::new(),
            serial: PERSONAL[4].to_owned(),
        },
        channel: Channel::Phone,
        description: PERSONAL[3].to_owned(),
        urgency: Urgency::Normal,
        process: ProcessRef { id: ProcessId::parse("P1").unwrap(), version: 1 },
        stage: StageId::parse("intake").unwrap(),
        told: String::new(),
        promised: None,
        arose_from: None,
    };
    let mut records = command::take_request(&pen(0), request);
    let photo = Photo {
        rank: 0,
        caption: PERSONAL[0].to_owned(),
        of: PhotoOf::Case,
        media: MediaType::of(BYTES),
        file: KeptFile::new(BYTES.to_vec()).hash().clone(),
        name: String::new(),
        size: 1,
        width: 1,
        height: 1,
        taken: None,
        on_papers: true,
    };
    let now = Case::of(&records.journal::<CaseKind>("k1"));
    records.merge(put_photo(&pen(1), &case(), &now, &PhotoId::parse("f1").unwrap(), photo).unwrap());
    records
}

async fn names_nobody(name: &str) {
    for table in ["batches", "summaries"] {
        let rows = raw::all(name, table).await;
        assert!(!rows.is_empty(), "{table} still has its rows");
        for (row, word) in rows.iter().flat_map(|row| PERSONAL.iter().map(move |word| (row, word))) {
            assert!(!row.contains(word), "{table} says {word}: {row}");
        }
    }
}

#[wasm_bindgen_test]
async fn an_erased_person_is_nowhere_in_the_database() {
    let name = format!("test-{:x}", random::bits());
    let store = Store::open_named(&name, |_| {}).await.unwrap();
    let photo = KeptFile::new(BYTES.to_vec());
    let thumb = Thumb { of: photo.hash().clone(), bytes: BYTES.to_vec() };
    let files = [photo.clone()];
    store.append_files(&shop(), &files, &[thumb]).await.unwrap();
    let others = command::note(&pen(2), &case(), "陈秀英的狗怕生");
    store.append(&others, Durability::Strict).await.unwrap();

    let all = store.all().await.unwrap().records;
    let marks = command::erase_customers(&pen(9), &all, &[CustomerId::parse("c1").unwrap()]);
    store.append(&marks, Durability::Strict).await.unwrap();
    names_nobody(&name).await;
    let mut named = NamedFiles::default();
    named.of(&store.all().await.unwrap().records);
    assert!(!named.name(photo.hash()), "the photo is nobody's now");
    store.forget_files(&[photo.hash().clone()]).await.unwrap();
    assert_eq!(store.files().await.unwrap(), []);
    assert_eq!(store.thumb(photo.hash()).await.unwrap(), None);

    // A file from before brings nothing back: not by its plan, and not if it was stored as it is.
    let kept = store.all().await.unwrap().records;
    let exported = Exported {
        at: "2026-11-22T05:00:00Z".to_owned(),
        device: "k3v9q2".to_owned(),
        app: "0.1.0".to_owned(),
    };
    let old = Archive { exported, records: shop(), files: files.to_vec(), problems: Vec::new() };
    assert!(plan(&kept, old).is_empty());
    store.append(&shop(), Durability::Strict).await.unwrap();
    names_nobody(&name).await;
    let case = Case::of(&store.all().await.unwrap().records.journal::<CaseKind>("k1"));
    assert_eq!(case.number().map(String::as_str), Some("ABC-1"), "the figures stay");
}
