using IntegrationHub.Mdm.Matching.Blocking;
using IntegrationHub.Mdm.Matching.Values;

namespace IntegrationHub.Mdm.Matching.Documents;

/// <summary>A model document, read: weights in thousandths of a bit, words resolved.</summary>
internal sealed record ModelSettings
{
    /// <summary>Households so rare (against true pairs) that vetoes about them fall away, thousandths of a bit.</summary>
    private const int NoHouseholds = -3000;

    public required string Name { get; init; }

    public required IReadOnlyList<Field> Fields { get; init; }

    public required int Prior { get; init; }

    /// <summary>log2 of the odds that two random records are two people of one household, thousandths of a bit.</summary>
    public required int Kinship { get; init; }

    public required int Review { get; init; }

    public required int Link { get; init; }

    /// <summary>Odds a join needs against all rivals together.</summary>
    public required int Margin { get; init; }

    /// <summary>Sum of disagreements over <see cref="Identity"/> below which two records that are not at review contradict each other.</summary>
    public required int Conflict { get; init; }

    /// <summary>Comparisons, by position, that say who somebody is; contacts only say where.</summary>
    public required IReadOnlyList<int> Identity { get; init; }

    public required int ComponentCap { get; init; }

    public required int ComponentStep { get; init; }

    public required IReadOnlyList<ComparisonSetting> Comparisons { get; init; }

    public required IReadOnlyList<Veto> Vetoes { get; init; }

    /// <summary>The vetoes without those about households, where these are rare.</summary>
    public IEnumerable<Veto> VetoesInForce => Vetoes.Where(v => !v.AmongKin || v.Everywhere || Kinship - Prior > NoHouseholds);

    public required IReadOnlyList<BlockingRule> Blocking { get; init; }

    /// <summary>Records a key may hold before activation makes it finer.</summary>
    public required int KeyCap { get; init; }

    public required IReadOnlyDictionary<Field, HashSet<ulong>> Junk { get; init; }

    public required IReadOnlyDictionary<Domain, FrequencyTable> Frequencies { get; init; }

    /// <summary>Keys too full for this population, to be made finer: part of the model once activated.</summary>
    public required IReadOnlySet<ulong> RefinedKeys { get; init; }

    public required IReadOnlySet<string> DuplicateFree { get; init; }

    /// <summary>What training said of itself: records, rounds, fingerprint of the data. Decides nothing.</summary>
    public required IReadOnlyDictionary<string, string> Training { get; init; }

    /// <summary>The whole document; its hash is the version.</summary>
    public required string Content { get; init; }

    /// <summary>Whether the other model makes the same rows of records: same fields, same junk.</summary>
    public bool ReadsLike(ModelSettings other) =>
        Fields.SequenceEqual(other.Fields)
        && Junk.Count == other.Junk.Count
        && Junk.All(junk => other.Junk.TryGetValue(junk.Key, out var values) && values.SetEquals(junk.Value));
}
