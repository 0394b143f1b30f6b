using System.Diagnostics;
using IntegrationHub.Hub.Webhooks;

namespace IntegrationHub.Tests.Delivery;

/// <summary>Starts a hub as a process of its own, again and again on the same folder, and kills it with SIGKILL.</summary>
internal sealed class KilledHub(string folder, Uri endpoint, WebhookSecret secret)
{
    private int _starts;

    /// <summary>Lets it live until it has made so many moves and some milliseconds more, then kills it.</summary>
    public async Task KillAsync(int seed, int moves, int milliseconds)
    {
        using var child = Start(seed, int.MaxValue);
        var errors = child.StandardError.ReadToEndAsync();
        for (var move = 0; move < moves; move++)
        {
            if (await child.StandardOutput.ReadLineAsync() is null)
            {
                throw new InvalidOperationException($"the hub ended by itself: {await errors}");
            }
        }

        await Task.Delay(milliseconds);
        child.Kill();
        await child.WaitForExitAsync();
    }

    /// <summary>Lets it tell everything, and end.</summary>
    public async Task FinishAsync(int seed)
    {
        using var child = Start(seed, steps: 20);
        var errors = child.StandardError.ReadToEndAsync();
        await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        if (child.ExitCode != 0)
        {
            throw new InvalidOperationException($"the hub ended with {child.ExitCode}: {await errors}");
        }
    }

    private Process Start(int seed, int steps) => Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(KilledHub).Assembly.Location, "deliver", folder, endpoint.ToString(), secret.Reveal(), $"{_starts++}", $"{seed}", $"{steps}"])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    })!;
}
