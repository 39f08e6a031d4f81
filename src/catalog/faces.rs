use crate::domain::lang::Lang;

/// What a list shows of a built-in process: a table, made when the program is built.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ProcessFace {
    /// The process.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// Its stages in order: id and name.
    pub stages: &'static [(&'static str, &'static str)],
}

include!(concat!(env!("OUT_DIR"), "/faces.rs"));

/// The faces of the built-in processes, in the order they are offered.
#[must_use]
pub fn process_faces(lang: Lang) -> &'static [ProcessFace] {
    FACES[lang as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::processes;

    #[test]
    fn the_faces_are_those_of_the_processes() {
        for lang in Lang::ALL {
            let of = |face: &ProcessFace| {
                let stages = face.stages.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned()));
                (face.id.to_owned(), face.name.to_owned(), stages.collect::<Vec<_>>())
            };
            let faces: Vec<_> = process_faces(lang).iter().map(of).collect();
            let whole = processes(lang).iter().map(|process| {
                let stages = process.stages.iter().map(|stage| (stage.id.to_string(), stage.name.clone()));
                (process.at.id.to_string(), process.name.clone(), stages.collect::<Vec<_>>())
            });
            assert_eq!(faces, whole.collect::<Vec<_>>());
        }
    }
}
