use super::ChoiceDefinition;

/// The choices that lines of text name. What was chosen in running cases stays understood: a
/// line that was there keeps its id, and so does one that was only re-worded.
#[must_use]
pub fn choices_of_lines(lines: &str, before: &[ChoiceDefinition]) -> Vec<ChoiceDefinition> {
    let labels: Vec<&str> = lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let same = |label: &str| before.iter().find(|choice| choice.label == label);
    let mut choices: Vec<ChoiceDefinition> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let gone = |choice: &&ChoiceDefinition| !labels.contains(&choice.label.as_str());
        let reworded = before.get(at).filter(|_| before.len() == labels.len()).filter(gone);
        let known = same(label).or(reworded).map(|choice| choice.id.clone());
        let is_free = |id: &String| !choices.iter().any(|choice| choice.id == *id);
        let id = known.filter(is_free).unwrap_or_else(|| {
            let new = (1..).map(|number: u32| format!("c{number}"));
            let mut new = new.filter(|id| is_free(id) && !before.iter().any(|choice| choice.id == *id));
            new.next().unwrap_or_default()
        });
        choices.push(ChoiceDefinition { id, label: (*label).to_owned() });
    }
    choices
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(given: &[(&str, &str)]) -> Vec<ChoiceDefinition> {
        let choice = |(id, label): &(&str, &str)| ChoiceDefinition {
            id: (*id).to_owned(),
            label: (*label).to_owned(),
        };
        given.iter().map(choice).collect()
    }

    #[test]
    fn a_choice_keeps_its_id_as_long_as_it_is_the_same() {
        let before = choices(&[("yes", "Yes"), ("no", "No")]);
        for (lines, after) in [
            ("Yes\nNo", vec![("yes", "Yes"), ("no", "No")]),
            (" No \n\nYes", vec![("no", "No"), ("yes", "Yes")]),
            ("Yes\nNever", vec![("yes", "Yes"), ("no", "Never")]),
            ("Yes\nNo\nLater", vec![("yes", "Yes"), ("no", "No"), ("c1", "Later")]),
            ("Yes\nYes", vec![("yes", "Yes"), ("c1", "Yes")]),
            ("Later", vec![("c1", "Later")]),
            ("", vec![]),
        ] {
            assert_eq!(choices_of_lines(lines, &before), choices(&after), "{lines:?}");
        }
    }
}
