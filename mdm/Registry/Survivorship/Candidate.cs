using IntegrationHub.Mdm.Model;

namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>One value that stands for an attribute group: from a source part, or a steward's override.</summary>
internal sealed record Candidate(PartKey? Source, DateTimeOffset? At, Citizen From, bool IsOverride = false)
{
    public string ValueKey { get; set; } = "";

    public long[] Scores { get; set; } = [];

    /// <summary>Best first: scores in rule order, then the smaller part key, an override before parts.</summary>
    public static int Compare(Candidate a, Candidate b)
    {
        for (var i = 0; i < a.Scores.Length; i++)
        {
            if (a.Scores[i] != b.Scores[i])
            {
                return b.Scores[i].CompareTo(a.Scores[i]);
            }
        }

        return (a.Source, b.Source) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            ({ } x, { } y) => x.CompareTo(y),
        };
    }
}
