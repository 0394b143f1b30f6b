namespace IntegrationHub.Mdm.Registry.Stewardship;

/// <summary>Why an order was not carried out.</summary>
public enum Refusal
{
    /// <summary>No such part, golden record or decision.</summary>
    Unknown,

    /// <summary>It contradicts decisions in force: undo those first.</summary>
    Contradicts,

    /// <summary>The golden record is restricted, retired or erased.</summary>
    NotActive,

    /// <summary>Already so: the decision is withdrawn, the record restricted, the two sides are one part or one golden record.</summary>
    AlreadySo,

    /// <summary>A split must leave a part on both sides, and name only parts of that golden record.</summary>
    NotAPartition,
}
