using IntegrationHub.Connectors.Abstractions.Privacy;

namespace IntegrationHub.Connectors.Abstractions;

/// <summary>A connector type: its manifest, and how to open each contract it implements for one connection.</summary>
/// <remarks>
/// The hub opens contracts only through the public methods, which put the forbidden-fields remover around whatever the connector gives:
/// no connector can forget it. One line in the host's catalogue adds a connector.
/// </remarks>
public abstract class Connector
{
    public abstract ConnectorManifest Manifest { get; }

    /// <summary>The connection as a source.</summary>
    /// <param name="settings">Bound settings, of <see cref="ConnectorManifest.Settings"/>.</param>
    /// <param name="context">The connection.</param>
    /// <exception cref="NotSupportedException">The manifest does not name this contract.</exception>
    public ISource OpenSource(object settings, ConnectionContext context) =>
        new PrivateSource(CreateSource(settings, context) ?? throw Missing(Contract.Source), context.Forbidden);

    public IReceiver OpenReceiver(object settings, ConnectionContext context) =>
        new PrivateReceiver(CreateReceiver(settings, context) ?? throw Missing(Contract.Receiver), context.Forbidden);

    public ISink OpenSink(object settings, ConnectionContext context) =>
        CreateSink(settings, context) ?? throw Missing(Contract.Sink);

    public IEnricher OpenEnricher(object settings, ConnectionContext context) =>
        new PrivateEnricher(CreateEnricher(settings, context) ?? throw Missing(Contract.Enricher), context.Forbidden);

    public ISignIn OpenSignIn(object settings, ConnectionContext context) =>
        new PrivateSignIn(CreateSignIn(settings, context) ?? throw Missing(Contract.SignIn), context.Forbidden);

    /// <summary>Checks depth by depth, at most to <paramref name="upTo"/>; ends after the first that fails. Does only what the connector itself does when it runs.</summary>
    public abstract IAsyncEnumerable<CheckResult> CheckAsync(object settings, ConnectionContext context, CheckDepth upTo, CancellationToken cancellationToken);

    /// <summary>Values the live system offers for a setting: desks, sites, column names. Empty when it cannot tell.</summary>
    /// <param name="settings">Bound settings.</param>
    /// <param name="context">The connection.</param>
    /// <param name="setting">Name of the setting, as in the schema.</param>
    /// <param name="cancellationToken">Stops waiting for the system.</param>
    public virtual ValueTask<IReadOnlyList<string>> ChoicesAsync(object settings, ConnectionContext context, string setting, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<string>>([]);

    protected virtual ISource? CreateSource(object settings, ConnectionContext context) => null;

    protected virtual IReceiver? CreateReceiver(object settings, ConnectionContext context) => null;

    protected virtual ISink? CreateSink(object settings, ConnectionContext context) => null;

    protected virtual IEnricher? CreateEnricher(object settings, ConnectionContext context) => null;

    protected virtual ISignIn? CreateSignIn(object settings, ConnectionContext context) => null;

    private NotSupportedException Missing(Contract contract) =>
        new($"The connector \"{Manifest.Name}\" cannot be used as {contract}; it can be: {Manifest.Contracts}.");
}
