namespace IntegrationHub.Connectors.Abstractions;

/// <summary>What a connector says of itself.</summary>
public sealed record ConnectorManifest
{
    /// <summary>Named by protocol or product, lower case: <c>csv</c>, <c>alfresco</c>.</summary>
    public required string Name { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>Grows when settings or bodies change shape.</summary>
    public required string Version { get; init; }

    /// <summary>Families it belongs to: <c>files</c>, <c>ged</c>, <c>gis</c>, <c>finance</c>, <c>identity</c>, <c>signature</c>, <c>crm</c>, <c>portals</c>.</summary>
    public required IReadOnlyList<string> Families { get; init; }

    public required Contract Contracts { get; init; }

    /// <summary>The typed settings record; its JSON schema is generated.</summary>
    public required Type Settings { get; init; }

    /// <summary>Depths <see cref="Connector.CheckAsync"/> can check.</summary>
    public IReadOnlyList<CheckDepth> Checks { get; init; } = [];

    /// <summary>For the catalogue of connectors; null where its author says nothing.</summary>
    public ConnectorAbout? About { get; init; }
}
