namespace IntegrationHub.Mdm.Matching;

/// <summary>Names a record to the matcher: connection, key there, part. Every tie breaks on this ordinal order, never on a surrogate id.</summary>
public readonly record struct MatchKey(string Connection, string Key, string Part) : IComparable<MatchKey>
{
    public int CompareTo(MatchKey other)
    {
        var order = string.CompareOrdinal(Connection, other.Connection);
        order = order != 0 ? order : string.CompareOrdinal(Key, other.Key);
        return order != 0 ? order : string.CompareOrdinal(Part, other.Part);
    }
}
