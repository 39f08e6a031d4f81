use crate::carrier::Carrier;
use crate::device::Device;
use casebook::app::sync::Found;
use casebook::archive;
use casebook::domain::record::{Record, Records};
use fastrand::Rng;

/// The runs of each test; the seeds are their numbers.
const RUNS: u64 = 120;
const STEPS: usize = 40;
/// So many looks at the folder are enough for everybody, when the carrier does its work.
const LOOKS: usize = 12;

struct World {
    devices: Vec<Device>,
    carrier: Carrier,
    /// What the devices said was saved.
    acknowledged: Records,
    backups: Vec<Option<Device>>,
}

impl World {
    fn new(devices: usize, seed: u64) -> Self {
        let devices: Vec<_> =
            (0..devices as u64).map(|n| Device::new(u128::from(n) + 1, seed * 10 + n)).collect();
        Self {
            carrier: Carrier { copies: vec![Default::default(); devices.len()], ..Carrier::default() },
            acknowledged: Records::default(),
            backups: vec![None; devices.len()],
            devices,
        }
    }

    fn step(&mut self, rng: &mut Rng) {
        let at = rng.usize(..self.devices.len());
        match rng.u8(..41) {
            0..=15 => {
                let new = self.devices[at].write_something(rng);
                self.acknowledged.join(new);
            }
            16..=25 => self.look(at, usize::MAX),
            26..=29 => self.look(at, rng.usize(..20)),
            30..=34 => self.carrier.carry_some(rng),
            35 => self.devices[at].compact(rng),
            36 => self.carrier.lose(at, rng),
            37 => self.devices[at].reopen(),
            38 if rng.bool() => self.devices[at].erase(&format!("c{}", rng.u8(..6))),
            38 => self.backups[at] = Some(self.devices[at].clone()),
            39 => self.devices[at].key |= rng.bool(),
            _ => {
                if let Some(backup) = self.backups[at].clone() {
                    self.restore(at, backup);
                }
            }
        }
        self.devices[at].now += rng.u64(..60_000);
    }

    /// What was written since the backup and nowhere else is gone: nobody can bring it back.
    fn restore(&mut self, at: usize, backup: Device) {
        let mut elsewhere = backup.all();
        for (_, other) in self.devices.iter().enumerate().filter(|(other, _)| *other != at) {
            elsewhere.join(other.all());
        }
        self.acknowledged.0.retain(|key, _| elsewhere.0.contains_key(key));
        for (key, record) in &mut self.acknowledged.0 {
            let lost = record.missing_from(&elsewhere.0[key]);
            *record = record.missing_from(&lost);
        }
        let (now, key) = (self.devices[at].now, self.devices[at].key);
        self.devices[at] = backup;
        self.devices[at].now = now;
        // Whoever restores it types the passphrase again.
        self.devices[at].key |= key;
        self.devices[at].reopen();
    }

    fn writers(&self) -> Vec<String> {
        self.devices.iter().map(Device::name).collect()
    }

    fn look(&mut self, at: usize, fails_in: usize) {
        let (_, acts) = self.devices[at].pass(&mut self.carrier.copies[at], fails_in);
        self.carrier.did(at, acts);
    }

    /// From here on nothing is lost, and everybody looks again and again.
    fn settle(&mut self) {
        // Once the folder is protected, nobody goes on without the key.
        let key = self.devices.iter().any(|device| device.key);
        self.devices.iter_mut().for_each(|device| device.key = key);
        self.carrier.carry_all();
        self.carrier.complete(&self.writers());
        self.carrier.agree(&self.writers());
        for _ in 0..LOOKS {
            for at in 0..self.devices.len() {
                self.carrier.carry_all();
                let (done, acts) = self.devices[at].pass(&mut self.carrier.copies[at], usize::MAX);
                done.expect("nothing stands in the way");
                self.carrier.did(at, acts);
            }
        }
    }

    fn check(&self, seed: u64) {
        let first = self.devices[0].all();
        for device in &self.devices[1..] {
            let (all, first) = (device.all(), first.clone());
            assert!(all == first, "seed {seed}: the devices differ: {:?}", differences(&all, &first));
            assert_eq!(device.photos(), self.devices[0].photos(), "seed {seed}: the photos differ");
        }
        for (key, record) in &self.acknowledged.0 {
            let known = first.0.get(key);
            let erased = known.is_some_and(Record::is_erased);
            let missing = known.map_or_else(|| record.clone(), |known| record.missing_from(known));
            assert!(erased || missing.is_empty(), "seed {seed}: {key} misses {missing:?}");
        }
        // What a carrier copied for itself is beyond anybody's reach.
        for (device, copy) in self.devices.iter().zip(&self.carrier.copies).filter(|(d, _)| d.key) {
            let own = |file: &Found| file.folder.eq_ignore_ascii_case(&device.name());
            let is_sealed = |file: &Found| file.name.to_ascii_lowercase().ends_with(".age");
            // One that was only begun is removed after a day.
            let plain =
                copy.iter().find(|(file, content)| own(file) && !is_sealed(file) && !content.is_empty());
            assert_eq!(plain, None, "seed {seed}: it is not sealed");
        }
        let mut quiet = true;
        for (device, copy) in self.devices.iter().zip(&self.carrier.copies) {
            let (done, acts) = device.pass(&mut copy.clone(), usize::MAX);
            quiet &= acts.is_empty() && done.is_ok_and(|done| done.received + done.sent == 0);
        }
        assert!(quiet, "seed {seed}: they never come to rest");
    }
}

fn differences(one: &Records, other: &Records) -> [Records; 2] {
    [(one, other), (other, one)].map(|(one, other)| {
        let mut one = one.clone();
        for (key, record) in &mut one.0 {
            if let Some(known) = other.0.get(key) {
                *record = record.missing_from(known);
            }
        }
        one.0.retain(|_, record| !record.is_empty());
        one
    })
}

#[test]
fn when_all_is_carried_all_devices_are_equal() {
    let first = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    let runs = std::env::var("RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(RUNS);
    for seed in first..first + runs {
        let mut rng = Rng::with_seed(seed);
        let mut world = World::new(rng.usize(2..=4), seed);
        for _ in 0..rng.usize(..STEPS) {
            world.step(&mut rng);
        }
        world.settle();
        world.check(seed);
    }
    println!("FIGURE shared folders carried badly: {runs} (seeds {first} to {})", first + runs - 1);
}

#[test]
fn nothing_of_an_erased_person_stays_in_the_folder() {
    for seed in 0..25 {
        let mut rng = Rng::with_seed(seed);
        let mut world = World::new(3, seed);
        for _ in 0..STEPS {
            world.step(&mut rng);
        }
        world.settle();
        world.devices[0].erase("c1");
        world.settle();
        let writers = world.writers();
        world.carrier.agree(&writers);
        for (file, content) in &world.carrier.copies[2] {
            if !file.name.ends_with(".json") {
                continue;
            }
            let read = archive::read_bytes(content).expect("what lies there is whole");
            for record in read.records.0.into_iter().filter(|(key, _)| key.id == "c1").map(|(_, r)| r) {
                let mut blanked = record.clone();
                blanked.blank(true);
                assert_eq!(record, blanked, "seed {seed}: {file:?}");
            }
        }
    }
}

#[test]
fn a_folder_that_is_protected_holds_nothing_that_others_can_read() {
    let mut world = World::new(2, 9);
    let mut rng = Rng::with_seed(9);
    for _ in 0..30 {
        world.acknowledged.join(world.devices[0].write_something(&mut rng));
    }
    world.settle();
    world.devices[0].key = true;
    world.look(0, usize::MAX);
    world.carrier.carry_all();
    let (done, _) = world.devices[1].pass(&mut world.carrier.copies[1], usize::MAX);
    assert!(done.expect("it looks").locked > 0, "it has no key yet");
    world.settle();
    world.check(9);
    let files = &world.carrier.copies[0];
    assert!(files.keys().any(|file| file.name.ends_with(".json.age")), "{:?}", files.keys());
    assert!(files.keys().any(|file| file.name.ends_with(".bin.age")), "{:?}", files.keys());
    assert!(files.values().all(|content| content.starts_with(b"sealed:")));
}

/// A device that is gone for good, and whose folder somebody removed: what it said is told on.
#[test]
fn what_a_lost_device_said_reaches_a_new_one() {
    let mut world = World::new(3, 7);
    let mut rng = Rng::with_seed(7);
    for _ in 0..5 {
        let new = world.devices[0].write_something(&mut rng);
        world.acknowledged.join(new);
    }
    world.look(0, usize::MAX);
    world.carrier.carry_all();
    world.look(1, usize::MAX);
    let gone = world.devices.remove(0);
    world.carrier.copies.remove(0);
    let own = |folder: &str| folder.eq_ignore_ascii_case(gone.clock.borrow().writer().device.as_str());
    world.carrier.copies.iter_mut().for_each(|copy| copy.retain(|file, _| !own(&file.folder)));
    world.settle();
    world.check(7);
    assert_eq!(world.devices[1].all(), gone.all());
}

#[test]
fn half_a_file_is_waited_for_and_left_alone() {
    let mut world = World::new(2, 3);
    let mut rng = Rng::with_seed(3);
    world.acknowledged.join(world.devices[0].write_something(&mut rng));
    world.look(0, usize::MAX);
    world.carrier.carry_all();
    let (file, whole) = world.carrier.copies[1].pop_first().expect("it was sent");
    world.carrier.copies[1].insert(file.clone(), whole[..whole.len() / 2].to_vec());
    world.look(1, usize::MAX);
    assert_eq!(world.devices[1].notes().waiting.len(), 1);
    assert!(world.carrier.copies[1].contains_key(&file) && world.devices[1].all().0.is_empty());
    world.carrier.copies[1].insert(file, whole);
    world.look(1, usize::MAX);
    assert_eq!(world.devices[1].notes().waiting.len(), 0);
    assert_eq!(world.devices[1].all(), world.devices[0].all());
}

#[test]
fn files_stay_few() {
    let mut world = World::new(2, 4);
    let mut rng = Rng::with_seed(4);
    for _ in 0..200 {
        world.devices[0].write_something(&mut rng);
        world.look(0, usize::MAX);
        world.carrier.carry_all();
    }
    let entries = |copy: &crate::carrier::Copy| copy.keys().filter(|f| f.name.ends_with(".json")).count();
    assert!(entries(&world.carrier.copies[1]) <= 13, "{}", entries(&world.carrier.copies[1]));
    world.settle();
    world.check(4);
}
