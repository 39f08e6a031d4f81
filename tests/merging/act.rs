//! What people do at a page, by the commands of the program.

use crate::world::{World, page};
use casebook::app::command::{self, AssetChoice, CustomerChoice, NewShop, Request, ShopPlace};
use casebook::catalog;
use casebook::domain::calendar::Zone;
use casebook::domain::case::{
    Case, CaseField, CaseKind, Channel, Evidence, Mark, StageMove, Status, Urgency,
};
use casebook::domain::customer::{Customer, CustomerField, CustomerKind};
use casebook::domain::hours::Hours;
use casebook::domain::id::{AssetId, CaseId, CustomerId, TaskId};
use casebook::domain::importance::Importance;
use casebook::domain::lang::Lang;
use casebook::domain::record::{Known, Record, RecordKey, RecordKind, Records};
use casebook::domain::shop::{SHOP_ID, Shop, ShopField, ShopKind};
use casebook::domain::waiting::{WaitReason, Waiting};
use casebook::journal::{Change, Entry, Field, Folded, Journal, Opaque, base32, effective};
use fastrand::Rng;
use std::collections::BTreeMap;

type Done = Result<(), String>;

/// One of the records of a kind that a page shows.
fn one_of<K: Known>(world: &World, at: usize, n: usize, rng: &mut Rng) -> Option<(String, Journal<K>)> {
    let known: Vec<_> =
        page(world, at, n).view.0.iter().filter_map(|(key, record)| Some((key, K::of(record)?))).collect();
    let (key, journal) = known.get(rng.usize(0..known.len().max(1)))?;
    Some((key.id.clone(), (*journal).clone()))
}

/// Sets a field, and sees that it is what was said, with nothing beside it.
fn set<K: Known>(world: &mut World, at: usize, n: usize, id: &str, fields: Vec<K::Field>) -> Done {
    let pen = world.pen(at, n);
    let now = Folded::<K>::of(&page(world, at, n).view.journal::<K>(id));
    let new = command::set::<K>(&pen, id, &now, fields.clone());
    world.commit(at, n, new)?;
    let after = &page(world, at, n).view;
    if after.0.get(&RecordKey::new(K::KIND, id)).is_some_and(Record::is_erased) {
        return Ok(());
    }
    let after = Folded::<K>::of(&after.journal::<K>(id));
    for field in fields {
        let (current, heads) = (after.fields.current(&field.key()), after.fields.heads(&field.key()));
        if current != Some(&field) || heads.len() != 1 {
            return Err(format!(
                "{field:?} was set and {current:?} stands, {} beside each other",
                heads.len()
            ));
        }
    }
    Ok(())
}

/// Words of a person, which nothing else holds, or words that many say.
fn words(world: &mut World, key: &RecordKey, rng: &mut Rng) -> String {
    if rng.u8(..) < 60 {
        return "the same".to_owned();
    }
    let words = format!("w{}~", world.fresh());
    world.model.personal.push((key.clone(), words.clone()));
    words
}

pub(crate) fn shop(world: &mut World, at: usize, n: usize, rng: &mut Rng) -> Done {
    let name = format!("shop {}", rng.u8(0..4));
    let known = Shop::of(&page(world, at, n).view.journal::<ShopKind>(SHOP_ID));
    if known.name().is_some() {
        let field = if rng.bool() { ShopField::Name(name) } else { ShopField::Address(name) };
        return set::<ShopKind>(world, at, n, SHOP_ID, vec![field]);
    }
    let pen = world.pen(at, n);
    let new = NewShop {
        name,
        phone: None,
        address: String::new(),
        logo: None,
        hours: Hours::usual(),
        language: Lang::En,
        staff: Vec::new(),
    };
    let place = ShopPlace { zone: Zone::default(), days: Vec::new() };
    world.commit(at, n, command::open_shop(&pen, &known, new, place))
}

pub(crate) fn request(world: &mut World, at: usize, n: usize, rng: &mut Rng) -> Done {
    let id = |world: &mut World| base32(world.fresh(), 8);
    let (case, asset) = (id(world), id(world));
    let known = one_of::<CustomerKind>(world, at, n, rng).filter(|_| rng.bool());
    let customer = match known {
        Some((known, _)) => CustomerId::parse(&known).map(CustomerChoice::Known),
        None => {
            let new = id(world);
            let key = RecordKey::new(RecordKind::Customer, &new);
            let (name, address) = (words(world, &key, rng), words(world, &key, rng));
            CustomerId::parse(&new).map(|id| CustomerChoice::New { id, name, phone: None, address })
        }
    };
    let key = RecordKey::new(RecordKind::Asset, &asset);
    let asset = AssetId::parse(&asset).filter(|_| rng.bool());
    let asset = asset.map_or(AssetChoice::None, |id| AssetChoice::New {
        id,
        label: words(world, &key, rng),
        brand: "brand".to_owned(),
        model: String::new(),
        serial: words(world, &key, rng),
    });
    let key = RecordKey::new(RecordKind::Case, &case);
    let description = words(world, &key, rng);
    let told = if world.devices[at].disk.old { String::new() } else { words(world, &key, rng) };
    let number = number(world, at)?;
    let process = &catalog::processes(Lang::En)[rng.usize(0..3)];
    let (Some(case), Some(customer), Some(stage)) = (CaseId::parse(&case), customer, process.stages.first())
    else {
        return Err("no id".to_owned());
    };
    let request = Request {
        case,
        number,
        customer,
        asset,
        channel: Channel::ALL[rng.usize(0..8)],
        description,
        urgency: Urgency::Normal,
        process: process.at.clone(),
        stage: stage.id.clone(),
        told,
        promised: None,
        arose_from: None,
    };
    let pen = world.pen(at, n);
    world.commit(at, n, command::take_request(&pen, request))
}

/// The number that a device gives next.
fn number(world: &mut World, at: usize) -> Result<String, String> {
    let disk = &mut world.devices[at].disk;
    let prefix = format!("{}-", disk.id.code());
    let all = disk.all()?;
    let numbers = all.0.values().filter_map(|record| Case::of(CaseKind::of(record)?).number().cloned());
    let used = numbers.filter_map(|number| number.strip_prefix(&prefix)?.parse().ok()).max().unwrap_or(0);
    let next = disk.store.next_number("case", used).unwrap_or(used + 1);
    Ok(format!("{prefix}{next:04}"))
}

pub(crate) fn customer(world: &mut World, at: usize, n: usize, rng: &mut Rng) -> Done {
    let Some((id, _)) = one_of::<CustomerKind>(world, at, n, rng) else { return Ok(()) };
    let key = RecordKey::new(RecordKind::Customer, &id);
    let words = words(world, &key, rng);
    let field = match rng.u8(0..6) {
        0 => CustomerField::Name(words),
        1 => CustomerField::Address(words),
        2 => CustomerField::Note(words),
        3 => CustomerField::Email(words),
        4 => CustomerField::Importance(Some(Importance::ALL[rng.usize(0..Importance::ALL.len())])),
        _ => CustomerField::Tag("regular".to_owned(), rng.bool()),
    };
    set::<CustomerKind>(world, at, n, &id, vec![field])
}

pub(crate) fn case(world: &mut World, at: usize, n: usize, rng: &mut Rng) -> Done {
    let Some((id, journal)) = one_of::<CaseKind>(world, at, n, rng) else { return Ok(()) };
    let key = RecordKey::new(RecordKind::Case, &id);
    let words = words(world, &key, rng);
    let stages = catalog::processes(Lang::En)[0].stages.len();
    let field = match rng.u8(0..9) {
        0 | 1 => CaseField::Description(words),
        2 if !world.devices[at].disk.old => CaseField::Told(words),
        3 => CaseField::Urgency(Urgency::ALL[rng.usize(0..4)]),
        4 | 5 => {
            let stage = catalog::processes(Lang::En)[0].stages[rng.usize(0..stages)].id.clone();
            CaseField::Stage(StageMove { to: stage, reason: words })
        }
        6 => CaseField::Status([Status::Open, Status::Closed, Status::Withdrawn][rng.usize(0..3)]),
        7 => {
            let done = if rng.bool() { Mark::Done(Evidence::Text(words)) } else { Mark::Open };
            let Some(task) = TaskId::parse(["t1", "t2"][rng.usize(0..2)]) else { return Ok(()) };
            CaseField::Task(task, done)
        }
        _ => {
            let waiting = rng.bool().then_some(Waiting { reason: WaitReason::Parts, words });
            let (pen, now) = (world.pen(at, n), Case::of(&journal));
            let case = CaseId::parse(&id).ok_or("no id")?;
            let new = command::set_waiting(&pen, &case, &now, waiting).map_err(|why| format!("{why:?}"))?;
            return world.commit(at, n, new);
        }
    };
    set::<CaseKind>(world, at, n, &id, vec![field])
}

pub(crate) fn note(world: &mut World, at: usize, n: usize, rng: &mut Rng) -> Done {
    let Some((id, _)) = one_of::<CaseKind>(world, at, n, rng) else { return Ok(()) };
    let words = words(world, &RecordKey::new(RecordKind::Case, &id), rng);
    let case = CaseId::parse(&id).ok_or("no id")?;
    let pen = world.pen(at, n);
    world.commit(at, n, command::note(&pen, &case, &words))
}

/// Does something, and takes it back: that, and nothing else, then counts no more.
pub(crate) fn undo(world: &mut World, at: usize, n: usize, rng: &mut Rng) -> Done {
    let Some((id, before)) = one_of::<CaseKind>(world, at, n, rng) else { return Ok(()) };
    let case = CaseId::parse(&id).ok_or("no id")?;
    let mut done = None;
    if rng.bool() {
        let pen = world.pen(at, n);
        world.commit(at, n, command::note(&pen, &case, "by mistake"))?;
        done = Some(pen.stamp);
    }
    let pen = world.pen(at, n);
    let journal = page(world, at, n).view.journal::<CaseKind>(&id);
    let new = command::undo(&pen, &case, &journal);
    let undone = command::undoable(&journal, pen.stamp.millis).map(|entry| entry.stamp.clone());
    world.commit(at, n, new)?;
    let key = RecordKey::new(RecordKind::Case, &id);
    if page(world, at, n).view.0.get(&key).is_some_and(Record::is_erased) {
        return Ok(());
    }
    let after = page(world, at, n).view.journal::<CaseKind>(&id);
    if done.is_some() && done != undone {
        return Err(format!("{done:?} was done last, and {undone:?} was undone"));
    }
    if undone.as_ref().is_some_and(|stamp| effective::<CaseKind>(&after, stamp)) {
        return Err(format!("{undone:?} was undone and still counts"));
    }
    let same = Case::of(&before) == Case { span: Case::of(&before).span, ..Case::of(&after) };
    if done.is_some() && !same { Err("an undo left something".to_owned()) } else { Ok(()) }
}

pub(crate) fn undo_any(world: &mut World, at: usize, n: usize, rng: &mut Rng) -> Done {
    let Some((id, journal)) = one_of::<CaseKind>(world, at, n, rng) else { return Ok(()) };
    let undos =
        journal.iter().filter(|entry| entry.changes.iter().any(|change| matches!(change, Change::Undo(_))));
    let undos: Vec<_> = undos.collect();
    let among: Vec<_> = if undos.is_empty() || rng.bool() { journal.iter().skip(1).collect() } else { undos };
    let Some(target) = among.get(rng.usize(0..among.len().max(1))) else { return Ok(()) };
    let target = target.stamp.clone();
    let pen = world.pen(at, n);
    let mut new = Records::default();
    new.add::<CaseKind>(&id, pen.entry(vec![Change::Undo(target.clone())]));
    world.commit(at, n, new)?;
    let counts = effective::<CaseKind>(&page(world, at, n).view.journal::<CaseKind>(&id), &target);
    if counts { Err(format!("{target} was undone and counts")) } else { Ok(()) }
}

pub(crate) fn merge(world: &mut World, at: usize, n: usize, rng: &mut Rng) -> Done {
    let Some((one, a)) = one_of::<CustomerKind>(world, at, n, rng) else { return Ok(()) };
    let Some((two, b)) = one_of::<CustomerKind>(world, at, n, rng) else { return Ok(()) };
    let (Some(one), Some(two)) = (CustomerId::parse(&one), CustomerId::parse(&two)) else { return Ok(()) };
    let pen = world.pen(at, n);
    let (one, two) = ((one, Customer::of(&a)), (two, Customer::of(&b)));
    let new = if rng.bool() {
        command::keep_apart(&pen, &one, &two)
    } else {
        command::merge_customers(&pen, &[one], &[two], &[]).unwrap_or_default()
    };
    world.commit(at, n, new)
}

pub(crate) fn erase(world: &mut World, at: usize, n: usize, rng: &mut Rng) -> Done {
    let Some((id, _)) = one_of::<CustomerKind>(world, at, n, rng) else { return Ok(()) };
    let id = CustomerId::parse(&id).ok_or("no id")?;
    let all = world.everything(at, n)?;
    let pen = world.pen(at, n);
    world.commit(at, n, command::erase_customers(&pen, &all, &[id]))
}

pub(crate) fn newer(world: &mut World, at: usize, n: usize, rng: &mut Rng) -> Done {
    let pen = world.pen(at, n);
    let text = format!(r#"{{"set":"colour","to":"{}"}}"#, rng.u8(..));
    let mut new = Records::default();
    match one_of::<CaseKind>(world, at, n, rng).filter(|_| rng.bool()) {
        Some((id, _)) => new.add::<CaseKind>(&id, pen.entry(vec![Change::Unknown(text)])),
        None => {
            let entry = Entry { stamp: pen.stamp, author: None, changes: vec![Change::Unknown(text)] };
            let key = RecordKey::new(RecordKind::Unknown("weather".to_owned()), format!("r{}", rng.u8(0..3)));
            new = Records(BTreeMap::from([(key, Record::Unknown(Journal::<Opaque>::from([entry])))]));
        }
    }
    world.commit(at, n, new)
}

/// Settles a number that was given twice; any other stays.
pub(crate) fn renumber(world: &mut World, at: usize, n: usize, rng: &mut Rng) -> Done {
    let Some((id, journal)) = one_of::<CaseKind>(world, at, n, rng) else { return Ok(()) };
    let numbers = |journal: &Journal<CaseKind>| Case::of(journal).number().cloned();
    let own = numbers(&journal);
    let others = page(world, at, n).view.0.iter().filter(|(key, _)| key.id != id);
    let twice = others.filter_map(|(_, record)| CaseKind::of(record)).any(|other| numbers(other) == own);
    if twice { set_number(world, at, n, &id) } else { Ok(()) }
}

/// Gives a case the next number of a device.
pub(crate) fn set_number(world: &mut World, at: usize, n: usize, id: &str) -> Done {
    let number = number(world, at)?;
    let (pen, case) = (world.pen(at, n), CaseId::parse(id).ok_or("no id")?);
    let now = Case::of(&page(world, at, n).view.journal::<CaseKind>(id));
    world.commit(at, n, command::renumber(&pen, &case, &now, number))
}
