using IntegrationHub.Hub.Contracts;
using IntegrationHub.Mdm.Registry.Storing;

namespace IntegrationHub.Host.Access;

/// <summary>One-time sign-in links for persons: good once, for a quarter of an hour; only their hash is kept.</summary>
public sealed class SignInLinks(IOperationsStore store, TimeProvider clock)
{
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Makes a link.</summary>
    /// <param name="address">Where people reach the hub.</param>
    /// <param name="account">Stable account name; it stands in the access log and on decisions.</param>
    /// <param name="role">Any but <see cref="Role.Application"/>, which has keys.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    public async Task<Uri> CreateAsync(Uri address, string account, Role role, CancellationToken cancellationToken)
    {
        var token = Secrets.New();
        await store.SaveTokenAsync(new TokenRow(Secrets.Hash(token), account, role.ToString(), clock.GetUtcNow() + Lifetime), cancellationToken);
        return new Uri(address, $"/sign-in?token={token}");
    }

    /// <returns>Account and role, or null when the token is unknown, used or too old.</returns>
    public async Task<(string Account, Role Role)?> RedeemAsync(string token, CancellationToken cancellationToken)
    {
        var row = await store.RedeemTokenAsync(Secrets.Hash(token), clock.GetUtcNow(), cancellationToken);
        return row is not null && Enum.TryParse<Role>(row.Role, out var role) && role != Role.Application ? (row.Account, role) : null;
    }
}
