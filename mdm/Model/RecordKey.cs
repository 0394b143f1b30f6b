namespace IntegrationHub.Mdm.Model;

/// <summary>Where a source record comes from: the connection's name and the record's key there. Ordered ordinally.</summary>
public readonly record struct RecordKey(string Connection, string Key) : IComparable<RecordKey>
{
    public int CompareTo(RecordKey other)
    {
        var byConnection = string.CompareOrdinal(Connection, other.Connection);
        return byConnection != 0 ? byConnection : string.CompareOrdinal(Key, other.Key);
    }

    public override string ToString() => $"{Connection}/{Key}";
}
