using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Tests.Hub.Fakes;

/// <summary>People as sources say them (JSON), and the mapping that reads them.</summary>
internal static class Villagers
{
    private static readonly string[] Names = ["Kervadec", "Lemarchand", "Ouedraogo", "Dubreuil", "Nguyen", "Castaing", "Le Floch", "Baptiste", "Zidane", "Quemeneur"];
    private static readonly string[] Given = ["Maëlys", "Tanguy", "Aminata", "Yvonne", "Corentin", "Solène", "Baptiste", "Ghislaine", "Ronan", "Perrine", "Anatole"];

    /// <summary>Records of a source about people from a common pool, so that sources overlap.</summary>
    public static IReadOnlyList<SourceRecord> Records(string source, int count, int first = 0, long version = 1, string suffix = "") =>
        [.. Enumerable.Range(first, count).Select(i => Record($"{source}-{i}", i, version, suffix))];

    public static SourceRecord Record(string key, int person, long version = 1, string suffix = "") => new()
    {
        Key = key,
        Version = new RecordVersion(version),
        Body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
        {
            ["nom"] = Names[person % Names.Length],
            ["prenom"] = Given[person / 7 % Given.Length],
            ["naissance"] = $"{1930 + (person * 3 % 80)}-{1 + (person % 12):D2}-{1 + (person * 5 % 28):D2}",
            ["mel"] = $"{Given[person / 7 % Given.Length]}.{person}{suffix}@villageois.example".ToLowerInvariant(),
        }),
    };

    public static SourceRecord Deletion(string key, long version) => new() { Key = key, Version = new RecordVersion(version), Deleted = true };

    /// <summary>A record whose body this mapping cannot use until <see cref="MapMended"/> reads its other column.</summary>
    public static SourceRecord Odd(string key, int person) => new()
    {
        Key = key,
        Version = new RecordVersion(1),
        Body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["nom_de_naissance"] = Names[person % Names.Length], ["prenom"] = Given[person % Given.Length] }),
    };

    /// <summary>Values that must never stand in a log, an error text or a metric.</summary>
    public static IEnumerable<string> Secrets => [.. Names, .. Given, "villageois.example"];

    public static MappedRecord Map(string connection, SourceRecord record, DateTimeOffset received) => Map(connection, record, "nom");

    public static MappedRecord MapMended(string connection, SourceRecord record, DateTimeOffset received) => Map(connection, record, "nom_de_naissance");

    private static MappedRecord Map(string connection, SourceRecord record, string column)
    {
        var row = JsonSerializer.Deserialize<Dictionary<string, string>>(record.Body.Span)!;
        var mapped = new MappedRecord { Key = new RecordKey(connection, record.Key), Version = new SourceVersion(record.Version.Number, record.Version.Text) };
        if (!row.TryGetValue(column, out var name))
        {
            return mapped with { Issues = [new MappingIssue("citizen.birthName", "name.missing", column)] };
        }

        var citizen = new Citizen
        {
            BirthName = name,
            GivenNames = [row["prenom"]],
            BirthDate = PartialDate.Parse(row.GetValueOrDefault("naissance")),
            Emails = row.TryGetValue("mel", out var mail) ? [new ContactPoint(mail)] : [],
        };
        return mapped with { Citizens = [new CitizenPart("", citizen)] };
    }
}
