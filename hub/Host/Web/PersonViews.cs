using System.Globalization;
using IntegrationHub.Host.Texts;
using IntegrationHub.Host.Web.Views;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Host.Web;

/// <summary>Makes what the person's page and the search list show, in one language.</summary>
public static class PersonViews
{
    public static FoundLine Found(CitizenView view, Words words)
    {
        var lines = CitizenLines.Of(view.Citizen, words).ToDictionary(line => line.Attribute, StringComparer.Ordinal);
        var name = CitizenLines.FullName(view.Citizen);
        return new FoundLine(
            view.Id.ToString(),
            name.Length > 0 ? name : view.Id.ToString(),
            view.Citizen.UsageName is not { } usage || words.Culture.CompareInfo.Compare(usage, view.Citizen.BirthName, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0 ? null : view.Citizen.BirthName,
            Text(lines["birthDate"]),
            Text(lines["addresses"]),
            view.Members.Select(member => member.Record.Connection).Distinct(StringComparer.Ordinal).Count());
    }

    public static PersonView Of(
        CitizenAnswer.Found found, IReadOnlyList<SourceView> sources, IReadOnlyList<RegistryChange> changes, Words words)
    {
        var view = found.View;
        var why = view.Provenance.GroupBy(line => line.Attribute, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return new PersonView(
            view.Id.ToString(),
            found.Asked == view.Id ? null : found.Asked.ToString(),
            CitizenLines.FullName(view.Citizen),
            view.Version,
            [.. CitizenLines.Of(view.Citizen, words).Concat(CitizenLines.Declared(view.Citizen)).Where(line => line.Values.Count > 0)
                .Select(line => new GoldenLine(line.Attribute, line.Values, why.TryGetValue(line.Attribute, out var said) ? Why(said, words) : null))],
            [.. sources.SelectMany(source => source.Citizens.Select(part =>
                new PersonSource(source.Key.Connection, Key(new PartKey(source.Key, part.Part), words), source.ChangedAt, [.. CitizenLines.Of(part.Citizen, words), .. CitizenLines.Declared(part.Citizen)])))],
            [.. changes.OrderByDescending(change => change.Sequence).Select(change => Event(change, words))]);
    }

    // An answer's own key only spells the record it is about.
    private static string Key(PartKey part, Words words) =>
        AnswerKey.About(part) is { } about ? words["citizen.answer", about.Record.Connection, about.Record.Key] : part.Record.Key;

    private static string Why(Provenance said, Words words)
    {
        var rule = words.Find($"rule.{said.Rule}") ?? said.Rule;
        return said.Source is not { } source ? rule
            : said.At is { } at ? words["why.source.date", source.Record.Connection, rule, at.ToLocalTime()]
            : words["why.source", source.Record.Connection, rule];
    }

    private static PersonEvent Event(RegistryChange change, Words words) => new(
        change.Sequence,
        change.At,
        words[$"change.{change.Kind}"],
        change.Kind == ChangeKind.Created ? [] : [.. change.Attributes.Select(name => CitizenLines.Label(name, words))],
        Reason(change.Reason, words));

    private static string Reason(string reason, Words words)
    {
        var colon = reason.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? words.Find($"changed.{reason}") ?? reason
            : words.Find($"changed.{reason[..colon]}") is { } form ? string.Format(words.Culture, form, reason[(colon + 1)..]) : reason;
    }

    private static string? Text(CitizenLine line) => line.Values.Count == 0 ? null : line.Values[0];
}
