using System.Globalization;
using IntegrationHub.Connectors.Sandbox.Serving;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>Service protection: so many requests and so much execution time in a sliding window, so many requests at once; then 429 with the seconds to wait.</summary>
internal sealed class DataverseLimits(SandboxContext context, DataverseSandbox system)
{
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> taken = new();
    private readonly Queue<(DateTimeOffset At, TimeSpan Cost)> worked = new();
    private TimeSpan work;
    private int inside;

    /// <returns>Null when the request may go on; then <see cref="Leave"/> must follow.</returns>
    public DataverseReply? Enter(out string remaining)
    {
        lock (gate)
        {
            var now = context.Time.GetUtcNow();
            while (taken.TryPeek(out var oldest) && now - oldest >= system.Window)
            {
                taken.Dequeue();
            }

            while (worked.TryPeek(out var done) && now - done.At >= system.Window)
            {
                work -= worked.Dequeue().Cost;
            }

            remaining = Math.Max(0, system.Requests - taken.Count - 1).ToString(CultureInfo.InvariantCulture);
            var refused = taken.Count >= system.Requests ? DataverseErrors.TooMany(system.Requests, system.Window, Wait(taken.Peek(), now))
                : work >= system.Execution ? DataverseErrors.TooLong(system.Execution, system.Window, Wait(worked.Peek().At, now))
                : inside >= system.AtOnce ? DataverseErrors.TooManyAtOnce(system.AtOnce) : null;
            context.CountRequest(refused is not null);
            if (refused is not null)
            {
                return refused;
            }

            inside++;
            taken.Enqueue(now);
            return null;
        }
    }

    /// <summary>Counts what operations take.</summary>
    public void Work(int operations)
    {
        lock (gate)
        {
            var cost = system.OperationCost * operations;
            work += cost;
            worked.Enqueue((context.Time.GetUtcNow(), cost));
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            inside--;
        }
    }

    private int Wait(DateTimeOffset oldest, DateTimeOffset now) => (int)Math.Ceiling((oldest + system.Window - now).TotalSeconds);
}
