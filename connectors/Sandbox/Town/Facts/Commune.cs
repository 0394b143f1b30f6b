using System.Globalization;

namespace IntegrationHub.Connectors.Sandbox.Town.Facts;

/// <summary>A commune: COG code, name, main postcode, population.</summary>
public sealed record Commune(string Code, string Name, string PostCode, int Population)
{
    /// <summary>Department number: <c>49</c>, <c>2A</c>, <c>974</c>.</summary>
    public string Department => Code.StartsWith("97", StringComparison.Ordinal) ? Code[..3] : Code[..2];

    internal static IReadOnlyList<Commune> Read(string table) =>
        [.. FactFile.Lines(table).Select(line => line.Split(';')).Select(cells =>
            new Commune(cells[0], cells[1], cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture)))];
}
