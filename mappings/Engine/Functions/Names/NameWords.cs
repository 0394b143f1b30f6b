using System.Collections.Frozen;
using IntegrationHub.Mappings.Engine.Functions.Text;
using IntegrationHub.Mappings.Engine.Places;

namespace IntegrationHub.Mappings.Engine.Functions.Names;

/// <summary>Words that stand beside or in place of a name in French files.</summary>
internal static class NameWords
{
    /// <summary>What is typed where no name is known (matchID; FranceConnect's SNP, SNC).</summary>
    private static readonly FrozenSet<string> Placeholders = FrozenSet.ToFrozenSet(
    [
        "INCONNU", "INCONNUE", "ANONYME", "SANS NOM", "SANS NOM CONNU", "SANS PRENOM", "SANS PRENOM CONNU", "SNC", "SN", "SNP", "SP",
        "NEANT", "NC", "N A", "TEST", "NULL", "NON RENSEIGNE", "NON RENSEIGNEE", "NON COMMUNIQUE", "UNKNOWN",
    ]);

    private static readonly FrozenSet<string> Particles = FrozenSet.ToFrozenSet(
        ["DE", "DU", "DES", "D", "LA", "LE", "LES", "L", "EL", "AL", "BEN", "BEL", "AIT", "DOS", "DAS", "DA", "DEL", "DELLA", "DI", "VAN", "VON", "DER", "DEN", "ABD", "ST", "STE", "SAINT", "SAINTE", "O", "MC", "MAC"]);

    private static readonly FrozenSet<string> GivenNames = EmbeddedTable.Rows("given-names.txt").Select(r => r[0]).ToFrozenSet();

    /// <summary>True for a usual given name of France, or one that begins with it: Jean-Baptiste.</summary>
    public static bool IsGivenName(string word)
    {
        var folded = Fold.Of(word);
        var space = folded.IndexOf(' ', StringComparison.Ordinal);
        return GivenNames.Contains(space < 0 ? folded : folded[..space]);
    }

    /// <summary>Compares as typed or in capitals; looks without a copy where the word is short and plain.</summary>
    public static bool IsParticle(string word) => word.Length <= 6 && Particles.Contains(Fold.Of(word));

    public static bool IsPlaceholder(string name)
    {
        if (name.Length > Fold.Short)
        {
            return false;
        }

        Span<char> room = stackalloc char[Fold.Room];
        ReadOnlySpan<char> folded = room[..Fold.Write(name, room)];
        return folded.TrimStart('X').IsEmpty || Placeholders.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);
    }
}
