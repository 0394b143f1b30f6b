using IntegrationHub.Host.Invented;
using IntegrationHub.Hub.Auditing;
using IntegrationHub.Hub.Contracts;
using IntegrationHub.Hub.Feed;
using IntegrationHub.Mdm.Registry.Storing;
using IntegrationHub.Mdm.Registry.Survivorship;

namespace IntegrationHub.Host.Access;

/// <summary>Whoever asks, with the contract of the key or of the person's role: the one door to people from API and pages.</summary>
public sealed class CurrentReader(
    IHttpContextAccessor http, KeyRing keys, RoleContracts roles, IRegistryReader registry, ChangeFeed feed, InventedRegistry invented, SurvivorshipEngine survivorship, AccessLog log)
{
    /// <exception cref="BadHttpRequestException">The key was revoked since the request came in.</exception>
    public async Task<ContractReader> OpenAsync(CancellationToken cancellationToken)
    {
        var contract = await ContractAsync(cancellationToken);
        if (!IsTest)
        {
            return new ContractReader(registry, new ContractView(contract, survivorship), log, contract.Name);
        }

        // That a test key was used is the town's affair; whom it saw is nobody.
        await log.RecordAsync(contract.Name, "test", [null], contract, cancellationToken);
        return new ContractReader(
            await invented.ReaderAsync(cancellationToken), new ContractView(contract with { Sources = Scope.All }, survivorship), await invented.LogAsync(cancellationToken), contract.Name);
    }

    /// <summary>True when a test key asks: it is given invented people only.</summary>
    public bool IsTest => http.HttpContext?.User.IsTest() == true;

    /// <summary>Committed data that this reader's answers are made of.</summary>
    public async Task<IRegistryReader> RegistryAsync(CancellationToken cancellationToken) => IsTest ? await invented.ReaderAsync(cancellationToken) : registry;

    /// <summary>The change log that this reader follows.</summary>
    public async Task<ChangeFeed> FeedAsync(CancellationToken cancellationToken) => IsTest ? await invented.FeedAsync(cancellationToken) : feed;

    /// <exception cref="InvalidOperationException">Called on a door that asks for no account.</exception>
    public async Task<AccessContract> ContractAsync(CancellationToken cancellationToken)
    {
        var (account, role) = Account();
        return role == Role.Application ? (await KeyAsync(account, cancellationToken)).Contract : roles.Of(account, role);
    }

    /// <summary>Puts into the access log what is done with a connection, before it is done.</summary>
    public async Task RecordAsync(string action, string connection, CancellationToken cancellationToken)
    {
        var contract = await ContractAsync(cancellationToken);
        await log.RecordAsync(contract.Name, $"{action} {connection}", [null], contract, cancellationToken);
    }

    /// <summary>The connection whose records this key posts; null when it may not.</summary>
    public async Task<string?> SubmitsAsync(CancellationToken cancellationToken) => (await KeyAsync(Account().Name, cancellationToken)).Submits;

    private (string Name, Role Role) Account() => http.HttpContext?.User is { } user && user.Account() is { } name && user.Role() is { } role
        ? (name, role)
        : throw new InvalidOperationException("nobody is signed in on this door");

    private async Task<ApplicationKey> KeyAsync(string id, CancellationToken cancellationToken) =>
        await keys.FindAsync(id, cancellationToken) ?? throw new BadHttpRequestException("the key was revoked", StatusCodes.Status401Unauthorized);
}
