use super::processes;
use crate::domain::lang::Lang;
use crate::domain::process::Process;

/// What a built-in process is mostly for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProcessGroup {
    /// Ordinary requests at the counter and on the phone.
    Everyday,
    /// Conversations and lasting relations.
    Care,
    /// Larger jobs with a plan and an agreement.
    Project,
    /// Jobs at the customer's or in the workshop.
    Field,
    /// What goes wrong or changes while something else runs.
    Within,
}

impl ProcessGroup {
    /// All groups, the most frequent first.
    pub const ALL: [Self; 5] = [Self::Everyday, Self::Care, Self::Project, Self::Field, Self::Within];

    /// The ids of its processes, in the order they are offered.
    fn ids(self) -> &'static [&'static str] {
        match self {
            Self::Everyday => &["P1", "P8", "P12", "P16"],
            Self::Care => &["P3", "P7", "P4", "P6"],
            Self::Project => &["P2", "P5", "P9", "P13"],
            Self::Field => &["P10", "P11"],
            Self::Within => &["P14", "P15"],
        }
    }

    /// Its processes, in the order they are offered.
    pub fn processes(self, lang: Lang) -> impl Iterator<Item = &'static Process> {
        let find = move |id: &&str| processes(lang).iter().find(|process| process.at.id.as_str() == *id);
        self.ids().iter().filter_map(find)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_process_is_in_one_group() {
        let mut grouped: Vec<&str> = ProcessGroup::ALL
            .into_iter()
            .flat_map(|group| group.processes(Lang::En))
            .map(|process| process.at.id.as_str())
            .collect();
        let mut all: Vec<&str> = processes(Lang::En).iter().map(|process| process.at.id.as_str()).collect();
        grouped.sort_unstable();
        all.sort_unstable();
        assert_eq!(grouped, all);
    }
}
