namespace IntegrationHub.Mdm.Model;

/// <summary>One citizen of one source record. Every tie in the registry breaks on this order, never on a surrogate id.</summary>
public readonly record struct PartKey(RecordKey Record, string Part) : IComparable<PartKey>
{
    public PartKey(string connection, string key, string part = "") : this(new RecordKey(connection, key), part) { }

    public int CompareTo(PartKey other)
    {
        var byRecord = Record.CompareTo(other.Record);
        return byRecord != 0 ? byRecord : string.CompareOrdinal(Part, other.Part);
    }

    public override string ToString() => Part.Length == 0 ? Record.ToString() : $"{Record}#{Part}";
}
