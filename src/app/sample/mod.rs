//! Believable sample shops, the same for the same seed.
//!
//! All of it is written by the commands, as a person would, in the name of one reserved
//! device: so it can be told from what is real, and taken out again whole.

mod chance;
mod complain;
mod course;
mod customers;
mod desk;
mod diary;
mod evidence;
mod finish;
mod improve;
mod keep;
mod letters;
mod life;
mod offer;
mod paper;
mod rounds;
mod shop;
mod survey;
mod visits;
mod work;

use crate::domain::calendar::{self, Calendar};
use crate::domain::lang::Lang;
use crate::domain::promise::Calendars;
use crate::domain::record::{RecordKey, Records};
use crate::i18n::when::Zone;
use crate::journal::{Clock, DeviceId, SessionId, Writer, base32};
use desk::Desk;
use diary::{Diary, opening_times};
use fastrand::Rng;
use improve::Past;
use letters::{Hand, Letters};
use life::{Life, World};
use rounds::Rounds;
use shop::{Team, found};
use std::rc::Rc;

/// The device of sample entries. No real one has this name: it has a letter that the alphabet
/// of random names lacks.
const DEVICE: &str = "sample";

/// What the ids of sample records begin with.
const PREFIX: &str = "sample-";

/// How many cases, the last ones, are told in full: with needs, options, visits, papers. Of
/// the others only the tasks are, so that a large shop is large by its cases.
const FULL: usize = 60;

/// A shop with this many cases, in the 90 days before `now_ms` (milliseconds since 1970), that is
/// open by day in this zone: what its clocks show, and where they hang.
#[must_use]
pub fn generate(
    seed: u64,
    cases: usize,
    lang: Lang,
    now_ms: u64,
    zone: Zone,
    place: calendar::Zone,
) -> Records {
    let Some(device) = DeviceId::parse(DEVICE) else { return Records::default() };
    // Two shops made at different times have no id in common, so their files merge in peace.
    let mut own = Rng::with_seed(seed ^ now_ms.rotate_left(20) ^ lang as u64);
    let prefix = format!("{PREFIX}{}-", base32(own.u64(..).into(), 4));
    // A session for each case: entries of two cases then never have the same stamp.
    let sessions = u128::from(own.u32(..));
    let clock = |n: usize| {
        let session = SessionId::from_random(sessions + n as u128);
        Clock::new(Writer { device: device.clone(), session })
    };
    let mut rng = Rng::with_seed(seed);
    let calendar = Rc::new(shop::calendar(lang, now_ms, place));
    let times = opening_times(&mut rng, cases, now_ms, &calendar);
    let team = Team::hire(lang, &prefix);
    let mut records = found(lang, &team, clock(0), times.first().copied().unwrap_or(now_ms), &calendar);
    let mut rounds = Rounds::of(&team, &calendar);
    let mut letters = Letters::of(lang, &prefix, cases);
    let calendars = Calendars::always(Calendar::clone(&calendar));
    let mut broken = None;
    let mut desk = Desk::new(lang, device.code(), &prefix);
    for (n, at) in (1..).zip(times) {
        let diary = Diary::open(clock(n), at, now_ms, &calendar, zone);
        if let Some((mut request, plan)) = desk.next(&mut rng, n, cases, &diary) {
            let (now, clock) = (diary.local(), clock(cases + 2 + n));
            let hand = now.map(|now| Hand::of(&records, &team, clock, at, now.date()));
            if let Some(written) = hand.and_then(|hand| letters.write(&plan, hand)) {
                records.merge(written);
            }
            request.promised = letters.in_force(plan.key);
            let full = n + FULL > cases;
            let (rng, rounds) = (&mut rng, &mut rounds);
            let world = World { rng, team: &team, rounds, known: &records, prefix: &prefix, full };
            let mut life = Life::begin(world, diary, request, plan);
            // The life so far is kept wherever it stops at now.
            let _ = life.live();
            broken = life.make_good(&calendars).or(broken);
            let lived = life.records();
            records.merge(lived);
        }
    }
    // A shop without cases has nothing to learn from yet.
    if cases == 0 {
        return records;
    }
    let (known, team, prefix) = (&records, &team, prefix.as_str());
    let past = Past { known, lang, team, calendar: &calendar, now: now_ms, zone, prefix, broken };
    let improved = improve::improvements(&past, clock(cases + 1));
    records.merge(improved);
    records
}

/// Whether a record is made up. The shop's own record has the same id in every shop: it is
/// made up when all its entries are by a sample writer.
#[must_use]
pub fn is_sample(key: &RecordKey) -> bool {
    key.id.starts_with(PREFIX)
}

/// Whether a writer is the one that sample entries are by.
#[must_use]
pub fn is_sample_writer(writer: &Writer) -> bool {
    writer.device.as_str() == DEVICE
}
