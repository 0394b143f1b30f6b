using IntegrationHub.Mappings.Engine.Places;
using IntegrationHub.Mappings.Engine.Running;

namespace IntegrationHub.Mappings.Engine.Functions.Places;

internal static class CommuneFunction
{
    public static MappingFunction Definition { get; } = new()
    {
        Name = "commune",
        Summary = "INSEE code of a commune from its code (a lost zero put back) or its name; with two columns, name and postal code.",
        Takes = ValueKind.Text | ValueKind.Columns,
        Examples =
        [
            new("commune", "1053", "01053"),
            new("commune", "2a004", "2A004"),
            new("commune", "Bourg-en-Bresse", "01053"),
            new("commune", "PARIS 14E ARRONDISSEMENT", "75114"),
            new("commune", "LYON 3", "69383"),
            new("commune", "St-Denis (93)", "93066"),
            new("commune", ["Saint-Denis", "97400"], "97411"),
            new("commune", ["Paris", "75014"], "75114"),
            new("commune", "20004", "20004"),
            new("commune", "Saint-Denis", null, "commune.ambiguous"),
            new("commune", "Trifouilly", null, "commune.unknown"),
            new("commune", "01999", "01999", "commune.unknown-code"),
        ],
        Bind = static _ => static (input, attempt) => input is string?[] columns
            ? columns[0] is { } name ? Of(name, columns.ElementAtOrDefault(1), attempt) : null
            : Of((string)input, null, attempt),
    };

    private static object? Of(string text, string? postCode, Attempt attempt)
    {
        if (CommuneCode.Read(text) is { } code)
        {
            // Codes of communes that were, and of former départements abroad, are not all known: kept, and told.
            if (!code.StartsWith("99", StringComparison.Ordinal) && !CommuneTable.France.Knows(code))
            {
                attempt.Note("commune.unknown-code");
            }

            return code;
        }

        return CommuneTable.France.Find(text, postCode, out var several)
            ?? attempt.Fail(several ? "commune.ambiguous" : "commune.unknown");
    }
}
