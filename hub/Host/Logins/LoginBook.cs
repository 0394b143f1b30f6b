using System.Collections.Concurrent;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Access;

namespace IntegrationHub.Host.Logins;

/// <summary>The logins under way on this node, for a quarter of an hour. They are not kept over a restart: whoever was on the way begins again.</summary>
/// <param name="clock">The clock.</param>
public sealed class LoginBook(TimeProvider clock)
{
    /// <summary>More people than a town's portal has at once; beyond, the oldest way is closed.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, CitizenLogin> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(15);

    public CitizenLogin Open(string connection, string by, Uri? returnTo, SignInTicket ticket)
    {
        Forget();
        var login = new CitizenLogin
        {
            Id = Guid.NewGuid().ToString("N"), Connection = connection, By = by, ReturnTo = returnTo, Ticket = ticket,
            Start = Secrets.New(), Answer = Secrets.New(), Until = clock.GetUtcNow() + Lifetime,
        };
        _byId[login.Id] = login;
        _names[login.Start] = login.Id;
        _names[ticket.State] = login.Id;
        _order.Enqueue(login.Id);
        return login;
    }

    /// <summary>By its id.</summary>
    public CitizenLogin? Find(string id) => _byId.TryGetValue(id, out var login) && login.Until >= clock.GetUtcNow() ? login : null;

    /// <summary>By its start or its state.</summary>
    public CitizenLogin? FindBy(string name) => _names.TryGetValue(name, out var id) ? Find(id) : null;

    /// <summary>The browser sets out: once.</summary>
    /// <returns>Null when it did before.</returns>
    public CitizenLogin? SetOut(CitizenLogin login, string browser) =>
        login.Browser is null && login with { Browser = Convert.ToHexString(Secrets.Hash(browser)) } is var gone && _byId.TryUpdate(login.Id, gone, login) ? gone : null;

    /// <summary>The browser came back: once, and it is the one that set out.</summary>
    /// <returns>Null when it is another, or came back before.</returns>
    public CitizenLogin? ComeBack(CitizenLogin login, string? browser) =>
        browser is not null && !login.Returned && login.Browser == Convert.ToHexString(Secrets.Hash(browser)) && login with { Returned = true } is var back && _byId.TryUpdate(login.Id, back, login) ? back : null;

    public CitizenLogin End(CitizenLogin login) => _byId[login.Id] = login;

    private void Forget()
    {
        while (_order.TryPeek(out var oldest) && (_order.Count >= Most || Find(oldest) is null) && _order.TryDequeue(out var id))
        {
            if (_byId.TryRemove(id, out var login))
            {
                _names.TryRemove(login.Start, out _);
                _names.TryRemove(login.Ticket.State, out _);
            }
        }
    }
}
