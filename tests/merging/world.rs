//! The devices, the files between them, and what happens to all of it.

use crate::device::{Device, Disk, Page, note_of};
use crate::model::Model;
use crate::steps::{Kind, Step, Story};
use crate::{act, check};
use casebook::app::command::{self, Pen};
use casebook::archive::{self, plan};
use casebook::domain::id::StaffId;
use casebook::domain::record::{RecordKey, Records};
use casebook::journal::{Clock, DeviceId, SessionId, Writer};
use casebook::store::{BatchId, StoreError};
use fastrand::Rng;

const BEGIN: u64 = 1_795_291_200_000;
const MINUTE: i64 = 60_000;
const YEAR: i64 = 365 * 24 * 60 * MINUTE;

pub(crate) struct World {
    /// The true time.
    pub(crate) time: u64,
    pub(crate) devices: Vec<Device>,
    pub(crate) files: Vec<String>,
    pub(crate) model: Model,
    /// How many files were taken in.
    pub(crate) merges: u64,
    /// What names everything that must have a name of its own.
    names: u128,
}

/// Plays a story to its end, lets all devices exchange what they have, and checks everything.
/// Gives how many files were taken in.
pub(crate) fn play(story: &Story) -> Result<u64, String> {
    let mut world = World {
        time: BEGIN,
        devices: Vec::new(),
        files: Vec::new(),
        model: Model::default(),
        merges: 0,
        names: 0,
    };
    for n in 0..story.devices {
        // Some have an older version of the program, some a wrong clock.
        let disk = Disk::new(world.device_id(), n % 3 == 2);
        let page = disk.open(world.session())?;
        let skew = [0, -7 * MINUTE, 3 * YEAR, 90 * MINUTE, -2 * YEAR][n % 5];
        world.devices.push(Device {
            disk,
            pages: vec![page],
            backups: Vec::new(),
            skew,
            last: None,
            import: None,
        });
    }
    for (at, step) in story.steps.iter().enumerate() {
        world.step(*step).map_err(|why| format!("step {at}, {step:?}: {why}"))?;
    }
    check::at_the_end(&mut world).map_err(|why| format!("in the end: {why}"))?;
    Ok(world.merges)
}

impl World {
    /// A name that nothing else has.
    pub(crate) fn fresh(&mut self) -> u128 {
        self.names += 1;
        self.names
    }

    fn device_id(&mut self) -> DeviceId {
        // The code is made of the first three characters: they differ.
        let n = self.fresh();
        DeviceId::from_random((n << 15) | n)
    }

    pub(crate) fn session(&mut self) -> SessionId {
        let n = self.fresh();
        SessionId::from_random(n)
    }

    fn step(&mut self, Step { device, kind, chance }: Step) -> Result<(), String> {
        let at = device % self.devices.len();
        let mut rng = Rng::with_seed(chance.into());
        self.time += rng.u64(0..3) * rng.u64(0..3_600_000);
        let page = rng.usize(0..self.devices[at].pages.len());
        match kind {
            Kind::Shop => act::shop(self, at, page, &mut rng),
            Kind::Request => act::request(self, at, page, &mut rng),
            Kind::Customer => act::customer(self, at, page, &mut rng),
            Kind::Case => act::case(self, at, page, &mut rng),
            Kind::Note => act::note(self, at, page, &mut rng),
            Kind::Undo => act::undo(self, at, page, &mut rng),
            Kind::UndoAny => act::undo_any(self, at, page, &mut rng),
            Kind::Merge => act::merge(self, at, page, &mut rng),
            Kind::Erase => act::erase(self, at, page, &mut rng),
            Kind::Newer => act::newer(self, at, page, &mut rng),
            Kind::Renumber => act::renumber(self, at, page, &mut rng),
            Kind::Export => {
                let text = self.devices[at].disk.export()?;
                self.files.push(text);
                Ok(())
            }
            Kind::Import => match self.files.len() {
                0 => Ok(()),
                // Mostly one of the last.
                files if rng.bool() => self.import(at, page, files - 1 - rng.usize(0..files.min(3))),
                files => self.import(at, page, rng.usize(0..files)),
            },
            Kind::Again => self.again(at, page),
            Kind::Cut => self.cut(at, &mut rng),
            Kind::Lose => {
                if self.files.len() > 1 {
                    let file = rng.usize(0..self.files.len());
                    self.files[file] = self.files[self.files.len() - 1].clone();
                    for device in self.devices.iter_mut().filter(|device| device.last == Some(file)) {
                        device.last = None;
                    }
                }
                Ok(())
            }
            Kind::TakeBack => self.take_back(at),
            Kind::Compact => {
                let store = &mut self.devices[at].disk.store;
                let (before, keys) = (store.all(), store.crowded(1));
                let _refused = keys.and_then(|keys| store.compact(&keys));
                if before == store.all() { Ok(()) } else { Err("fewer rows say something else".to_owned()) }
            }
            Kind::Backup => {
                let copy = self.devices[at].disk.clone();
                self.devices[at].backups.push(copy);
                Ok(())
            }
            Kind::Restore => match self.devices[at].backups.len() {
                0 => Ok(()),
                backups => {
                    let disk = self.devices[at].backups[rng.usize(0..backups)].clone();
                    self.throw_back(at, disk)
                }
            },
            Kind::Wipe => {
                let disk = Disk::new(self.device_id(), self.devices[at].disk.old);
                self.throw_back(at, disk)?;
                match self.files.len() {
                    0 => Ok(()),
                    files => self.import(at, 0, rng.usize(0..files)),
                }
            }
            Kind::Copy => {
                let from = rng.usize(0..self.devices.len());
                let disk = self.devices[from].disk.clone();
                if from == at { Ok(()) } else { self.throw_back(at, disk) }
            }
            Kind::Clock => {
                let size = [MINUTE, 60 * MINUTE, 24 * 60 * MINUTE, YEAR][rng.usize(0..4)];
                self.devices[at].skew = size * rng.i64(-9..=9);
                Ok(())
            }
            Kind::Reopen => {
                let session = self.session();
                self.devices[at].pages[page] = self.devices[at].disk.open(session)?;
                Ok(())
            }
            Kind::Tab => {
                let session = self.session();
                let device = &mut self.devices[at];
                if device.pages.len() > 1 {
                    device.pages.remove(page);
                } else {
                    device.pages.push(device.disk.open(session)?);
                }
                Ok(())
            }
            Kind::Hear => self.hear(at, page),
            Kind::Trouble => {
                let store = &mut self.devices[at].disk.store;
                store.trouble = if store.trouble.is_none() { Some(StoreError::Refused) } else { None };
                Ok(())
            }
            Kind::Upgrade => {
                let session = self.session();
                let device = &mut self.devices[at];
                device.disk.upgrade();
                device.pages = vec![device.disk.open(session)?];
                Ok(())
            }
        }
    }

    /// The pen of whoever is at a page.
    pub(crate) fn pen(&mut self, at: usize, page: usize) -> Pen {
        let device = &mut self.devices[at];
        let now = device.now(self.time);
        let stamp = device.pages[page].stamp(now);
        let author = StaffId::parse("lee").filter(|_| stamp.millis.is_multiple_of(2));
        Pen { stamp, author }
    }

    /// What a page keeps: shown at once, acknowledged when it is stored. What could not be stored
    /// before is stored first.
    pub(crate) fn commit(&mut self, at: usize, page: usize, new: Records) -> Result<(), String> {
        if new.0.is_empty() {
            return Ok(());
        }
        let device = &mut self.devices[at];
        let before = device.pages[page].view.clone();
        device.pages[page].view.merge(new.clone());
        device.pages[page].unsaved.push((before, new));
        self.keep(at, page)
    }

    /// Stores what a page could not store.
    pub(crate) fn keep(&mut self, at: usize, page: usize) -> Result<(), String> {
        let device = &mut self.devices[at];
        let mut left = std::mem::take(&mut device.pages[page].unsaved).into_iter();
        while let Some((seen, new)) = left.next() {
            if !device.append(&new) {
                device.pages[page].unsaved = [(seen, new)].into_iter().chain(left).collect();
                return Ok(());
            }
            self.model.acknowledge(&seen, &new)?;
        }
        Ok(())
    }

    /// Everything that a page knows of: what is stored, and what is not yet.
    pub(crate) fn everything(&self, at: usize, page: usize) -> Result<Records, String> {
        let device = &self.devices[at];
        let mut all = device.disk.all()?;
        device.pages[page].unsaved.iter().for_each(|(_, new)| all.merge(new.clone()));
        Ok(all)
    }

    pub(crate) fn import(&mut self, at: usize, page: usize, file: usize) -> Result<(), String> {
        // What waits may be an erasure, which blanks what comes in: the one is not stored without the other.
        self.keep(at, page)?;
        if !self.devices[at].pages[page].unsaved.is_empty() {
            return Ok(());
        }
        let archive = self.devices[at].disk.read(&self.files[file])?;
        let keys: Vec<RecordKey> = archive.records.0.keys().cloned().collect();
        let loaded = self.devices[at].disk.store.load(&keys).map_err(|error| format!("{error:?}"))?;
        let news = plan(&loaded.records, archive).news;
        self.merges += 1;
        let before = self.devices[at].disk.store.batches.clone();
        // Not one that the store gives by itself.
        let batch = BatchId::from_random((1 << 70) | self.fresh());
        if !self.devices[at].append_import(batch, &news) {
            let same = self.devices[at].disk.store.batches == before;
            return if same { Ok(()) } else { Err("a refused import left something".to_owned()) };
        }
        // Somebody else writes in this device's name: a copied profile, or a day that was lost.
        if news.written_by(&self.devices[at].disk.id) {
            let id = self.device_id();
            let session = self.session();
            let device = &mut self.devices[at];
            device.disk.id = id.clone();
            device.pages[page].clock = Clock::new(Writer { device: id, session });
        }
        self.model.arrived(&news);
        self.devices[at].pages[page].view.merge(news);
        self.devices[at].last = Some(file);
        if command::erased_customers(&self.devices[at].pages[page].view).is_empty() {
            return Ok(());
        }
        let all = self.everything(at, page)?;
        let erased = command::erased_customers(&all);
        let marks = command::erase_customers(&self.pen(at, page), &all, &erased);
        self.commit(at, page, marks)
    }

    /// The file that was taken in last changes nothing.
    fn again(&mut self, at: usize, page: usize) -> Result<(), String> {
        let Some(file) = self.devices[at].last else { return Ok(()) };
        let archive = self.devices[at].disk.read(&self.files[file])?;
        let planned = plan(&self.everything(at, page)?, archive);
        self.merges += 1;
        if planned.is_empty() { Ok(()) } else { Err(format!("again brings {:?}", planned.news)) }
    }

    /// A file that is cut anywhere is refused whole.
    fn cut(&mut self, at: usize, rng: &mut Rng) -> Result<(), String> {
        if self.files.is_empty() {
            return Ok(());
        }
        let text = &self.files[rng.usize(0..self.files.len())];
        // The last byte is a line's end after all is said.
        let bytes = &text.as_bytes()[..rng.usize(0..text.len() - 1)];
        let before = self.devices[at].disk.store.clone();
        match archive::read_bytes(bytes) {
            Ok(_) => Err(format!("a file cut after {} bytes was taken", bytes.len())),
            Err(_) if before != self.devices[at].disk.store => Err("a cut file changed something".to_owned()),
            Err(_) => Ok(()),
        }
    }

    fn hear(&mut self, at: usize, page: usize) -> Result<(), String> {
        let all = self.devices[at].disk.all()?;
        self.devices[at].pages[page].view.merge(all);
        Ok(())
    }

    /// The last import is undone: what it brought goes, and what people wrote since stays.
    fn take_back(&mut self, at: usize) -> Result<(), String> {
        let Some((batch, keys)) = self.devices[at].import.clone() else { return Ok(()) };
        let before = self.devices[at].disk.clone();
        let store = &mut self.devices[at].disk.store;
        if store.remove_batch(&batch, &keys, &note_of(&batch), &[]).is_err() {
            return Ok(());
        }
        let after = std::mem::replace(&mut self.devices[at].disk, before);
        self.throw_back(at, after)
    }

    /// A device gets another disk. What was on it alone is gone, unless a file brings it back.
    fn throw_back(&mut self, at: usize, disk: Disk) -> Result<(), String> {
        let kept = disk.all()?;
        let others: Vec<&Device> =
            self.devices.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, it)| it).collect();
        let gone = self.devices[at].alone(&others, &kept)?;
        self.model.gone.extend(gone);
        self.model.arrived(&kept);
        let session = self.session();
        let device = &mut self.devices[at];
        device.disk = disk;
        device.disk.store.trouble = None;
        device.pages = vec![device.disk.open(session)?];
        device.last = None;
        device.import = None;
        Ok(())
    }

    /// Everybody takes in what everybody has, until that changes nothing.
    pub(crate) fn exchange(&mut self) -> Result<(), String> {
        for _ in 0..5 {
            let exports: Vec<String> =
                self.devices.iter().map(|device| device.disk.export()).collect::<Result<_, _>>()?;
            if exports.iter().all(|text| records_of(text) == records_of(&exports[0])) {
                return Ok(());
            }
            let first = self.files.len();
            self.files.extend(exports);
            for at in 0..self.devices.len() {
                (0..self.devices.len())
                    .filter(|from| *from != at)
                    .try_for_each(|from| self.import(at, 0, first + from))?;
            }
        }
        Err("the devices do not come to rest".to_owned())
    }
}

/// A file without its first line, which says who wrote it.
pub(crate) fn records_of(text: &str) -> &str {
    text.split_once('\n').map_or("", |(_, records)| records)
}

/// A page, when it is looked at only.
pub(crate) fn page(world: &World, at: usize, page: usize) -> &Page {
    &world.devices[at].pages[page]
}
