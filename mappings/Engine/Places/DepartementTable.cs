using System.Collections.Frozen;
using IntegrationHub.Mappings.Engine.Functions.Text;

namespace IntegrationHub.Mappings.Engine.Places;

/// <summary>Codes and names of the départements, and how commune and postal codes tell theirs.</summary>
internal static class DepartementTable
{
    private static readonly FrozenDictionary<string, string> Codes = Load();

    /// <summary>Code of a département given by code (a lost zero put back) or name; null when it is neither.</summary>
    public static string? CodeOf(string text)
    {
        var folded = Fold.Of(text);
        return Codes.GetValueOrDefault(folded.Length == 1 ? "0" + folded : folded);
    }

    public static string OfCommune(string code) => code.StartsWith("97", StringComparison.Ordinal) || code.StartsWith("98", StringComparison.Ordinal) ? code[..3] : code[..2];

    /// <summary>"20" for all of Corsica: its postal codes do not follow the border of 2A and 2B.</summary>
    public static string? OfPostCode(string postCode) => postCode.Length == 5 ? OfCommune(postCode) : null;

    private static FrozenDictionary<string, string> Load()
    {
        var codes = new Dictionary<string, string>();
        foreach (var row in EmbeddedTable.Rows("departements.csv"))
        {
            codes[row[0]] = row[0];
            codes[Fold.Of(row[1])] = row[0];
        }

        return codes.ToFrozenDictionary();
    }
}
