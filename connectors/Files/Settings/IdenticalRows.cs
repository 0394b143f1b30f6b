namespace IntegrationHub.Connectors.Files.Settings;

/// <summary>What equal rows of a file without a key are.</summary>
public enum IdenticalRows
{
    /// <summary>Records of their own, told apart by their number.</summary>
    Numbered,

    /// <summary>One record: the key is the content's hash alone.</summary>
    One,
}
