namespace IntegrationHub.Connectors.Abstractions;

/// <summary>How deep a check goes; each depth supposes those before it.</summary>
public enum CheckDepth
{
    /// <summary>The system answers at its address.</summary>
    Reach,

    /// <summary>It accepts the credentials.</summary>
    Authenticate,

    /// <summary>One record can be read.</summary>
    ReadOne,

    /// <summary>A test record can be written and deleted again.</summary>
    WriteAndDeleteOne,

    /// <summary>The account may do all the connection needs, and no more.</summary>
    Permissions,
}
