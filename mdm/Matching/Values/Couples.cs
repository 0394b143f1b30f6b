namespace IntegrationHub.Mdm.Matching.Values;

/// <summary>"Ghislaine et David", "Paul &amp; Anne": a row that names two people is neither of them, and would join the two.</summary>
internal static class Couples
{
    private static readonly (string Alone, string Within)[] Between = [("et", " et "), ("ou", " ou ")];

    public static bool AreNamed(IReadOnlyList<string> given)
    {
        for (var i = 0; i < given.Count; i++)
        {
            foreach (var (alone, within) in Between)
            {
                if ((i > 0 && i < given.Count - 1 && given[i].Equals(alone, StringComparison.OrdinalIgnoreCase))
                    || given[i].Contains(within, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            if (given[i].Contains('&', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
