namespace IntegrationHub.Mdm.Registry.Survivorship;

/// <summary>What stands for one attribute group, and what its rules may ask of the field as a whole.</summary>
internal sealed class Contest(SurvivingAttribute attribute, List<Candidate> candidates, SourceTrust trust)
{
    public SurvivingAttribute Attribute => attribute;

    public IReadOnlyList<Candidate> Candidates => candidates;

    public SourceTrust Trust => trust;

    public DateTimeOffset? Newest
    {
        get
        {
            DateTimeOffset? newest = null;
            foreach (var candidate in candidates)
            {
                newest = candidate.At is { } at && !(newest >= at) ? at : newest;
            }

            return newest;
        }
    }

    public DateTimeOffset? Oldest
    {
        get
        {
            DateTimeOffset? oldest = null;
            foreach (var candidate in candidates)
            {
                oldest = candidate.At is { } at && !(oldest <= at) ? at : oldest;
            }

            return oldest;
        }
    }

    /// <summary>How many say what this one says.</summary>
    public int Saying(string valueKey)
    {
        var count = 0;
        foreach (var candidate in candidates)
        {
            count += candidate.ValueKey == valueKey ? 1 : 0;
        }

        return count;
    }
}
