use crate::domain::date::Date;
use crate::search::index::Index;
use crate::search::summary::LetterSummary;
use std::collections::HashMap;

/// Whether a letter holds today.
#[derive(Clone, PartialEq, Debug)]
pub enum LetterState {
    /// Not issued yet.
    Draft,
    /// It holds.
    InForce,
    /// It will hold from this day on.
    From(Date),
    /// A later revision took its place.
    Replaced {
        /// The id of the newest revision that holds.
        by: String,
        /// Its revision.
        revision: u32,
    },
    /// It held until this day.
    Ended(Date),
}

/// A letter in a list.
#[derive(Clone, PartialEq, Debug)]
pub struct LetterRow {
    /// What is known of it.
    pub letter: LetterSummary,
    /// Whether it holds.
    pub state: LetterState,
}

/// All letters as they are laid out on the letters page, the latest first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Shelf {
    /// The standing letters that hold today.
    pub in_force: Vec<LetterRow>,
    /// The standing letters that will hold.
    pub upcoming: Vec<LetterRow>,
    /// What is not issued yet, of either purpose.
    pub drafts: Vec<LetterRow>,
    /// The standing letters that no longer hold.
    pub earlier: Vec<LetterRow>,
    /// The letters for one customer that hold, or will.
    pub of_customers: Vec<LetterRow>,
    /// The letters for one case.
    pub of_cases: Vec<LetterRow>,
}

impl Shelf {
    /// The letters as they stand on a day.
    #[must_use]
    pub fn of(index: &Index, today: Date) -> Self {
        let newest = newest(index, today);
        let mut letters: Vec<&LetterSummary> = index.letters.values().collect();
        letters.sort_by(|a, b| latest(b).cmp(&latest(a)));
        let mut shelf = Self::default();
        for letter in letters {
            let state = state(letter, newest.get(letter.number.as_str()).copied(), today);
            let place = match state {
                LetterState::Draft => &mut shelf.drafts,
                _ if !letter.case.is_empty() => &mut shelf.of_cases,
                LetterState::InForce | LetterState::From(_) if !letter.customer.is_empty() => {
                    &mut shelf.of_customers
                }
                LetterState::InForce => &mut shelf.in_force,
                LetterState::From(_) => &mut shelf.upcoming,
                LetterState::Replaced { .. } | LetterState::Ended(_) => &mut shelf.earlier,
            };
            place.push(LetterRow { letter: letter.clone(), state });
        }
        shelf
    }

    /// Whether there is no letter at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [&self.in_force, &self.upcoming, &self.drafts, &self.earlier, &self.of_customers, &self.of_cases]
            .iter()
            .all(|rows| rows.is_empty())
    }
}

/// The letters for a customer by whichever record of the person, drafts too, the latest first.
#[must_use]
pub fn of_customer(index: &Index, customer: &str, today: Date) -> Vec<LetterRow> {
    let person = index.same_person(customer);
    let newest = newest(index, today);
    let theirs = index.letters.values().filter(|letter| person.contains(&letter.customer.as_str()));
    let mut rows: Vec<LetterRow> = theirs
        .map(|letter| LetterRow {
            letter: letter.clone(),
            state: state(letter, newest.get(letter.number.as_str()).copied(), today),
        })
        .collect();
    rows.sort_by(|a, b| latest(&b.letter).cmp(&latest(&a.letter)));
    rows
}

/// Issued letters by day, drafts by when they were begun.
fn latest(letter: &LetterSummary) -> (&str, u64, &str) {
    (&letter.date, letter.begun, &letter.id)
}

fn by_revision(letter: &LetterSummary) -> (u32, (&str, u64, &str)) {
    (letter.revision, latest(letter))
}

/// The newest revision of each number that holds already: one that begins later leaves the
/// place to the one before until then.
fn newest(index: &Index, today: Date) -> HashMap<&str, &LetterSummary> {
    let begun = |letter: &&LetterSummary| {
        letter.revision > 0 && Date::parse(&letter.from).is_none_or(|from| from <= today)
    };
    let mut newest: HashMap<&str, &LetterSummary> = HashMap::new();
    for letter in index.letters.values().filter(begun) {
        let known = newest.entry(&letter.number).or_insert(letter);
        if by_revision(letter) > by_revision(known) {
            *known = letter;
        }
    }
    newest
}

/// The newest revision of a number.
#[must_use]
pub fn newest_of<'a>(index: &'a Index, number: &str) -> Option<&'a LetterSummary> {
    let revisions = index.letters.values().filter(|letter| letter.revision > 0 && letter.number == number);
    revisions.max_by(|a, b| by_revision(a).cmp(&by_revision(b)))
}

/// The draft that will replace a letter, if one was begun.
#[must_use]
pub fn revision_draft<'a>(index: &'a Index, id: &str) -> Option<&'a LetterSummary> {
    let drafts = index.letters.values().filter(|letter| letter.revision == 0 && letter.revises == id);
    drafts.max_by(|a, b| latest(a).cmp(&latest(b)))
}

fn state(letter: &LetterSummary, newest: Option<&LetterSummary>, today: Date) -> LetterState {
    if letter.revision == 0 {
        return LetterState::Draft;
    }
    if let Some(newest) = newest.filter(|newest| newest.revision > letter.revision) {
        return LetterState::Replaced { by: newest.id.clone(), revision: newest.revision };
    }
    match (Date::parse(&letter.from), Date::parse(&letter.until)) {
        (_, Some(until)) if until < today => LetterState::Ended(until),
        (Some(from), _) if from > today => LetterState::From(from),
        _ => LetterState::InForce,
    }
}

/// The letter whose promises hold for a new request of a customer on a day: their own if they have
/// one, else the standing letter; of several the one that began to hold last.
#[must_use]
pub fn in_force<'a>(index: &'a Index, customer: Option<&str>, today: Date) -> Option<&'a LetterSummary> {
    let newest = newest(index, today);
    let holds = |letter: &&LetterSummary| {
        let newest = newest.get(letter.number.as_str()).copied();
        letter.case.is_empty() && state(letter, newest, today) == LetterState::InForce
    };
    let theirs = customer.map(|customer| index.same_person(customer)).unwrap_or_default();
    let rank =
        |letter: &&LetterSummary| (letter.from.clone(), letter.date.clone(), letter.begun, letter.id.clone());
    let holding: Vec<&LetterSummary> = index.letters.values().filter(holds).collect();
    let own = holding.iter().filter(|letter| theirs.contains(&letter.customer.as_str()));
    own.max_by_key(|letter| rank(letter))
        .or_else(|| holding.iter().filter(|letter| letter.is_standing()).max_by_key(|letter| rank(letter)))
        .copied()
}
