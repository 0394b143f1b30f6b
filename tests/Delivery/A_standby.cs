using IntegrationHub.Tests.Storage.PostgreSql;

namespace IntegrationHub.Tests.Delivery;

/// <summary>Two nodes of the program that ships on one PostgreSQL: one writes and tells, the other stands by.</summary>
public sealed class A_standby(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    [Fact]
    public async Task Takes_over_when_the_active_node_is_killed_and_the_subscribers_copy_is_right()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        await using var receiver = await FaultyReceiver.StartAsync(seed);
        using var hub = await ServedHub.NewAsync(receiver.Endpoint, receiver.Secret, await server.NewDatabaseAsync());
        using var active = hub.Start();
        Assert.NotNull(await active.StandardOutput.ReadLineAsync());
        using var standby = hub.Start("--standby");
        try
        {
            Assert.Contains("standing by", await standby.StandardError.ReadLineAsync(), StringComparison.Ordinal);
            await hub.ExportAsync(random, ServedHub.People);
            await Kills.UntilAsync(() => Task.FromResult(active.HasExited || receiver.Taken >= 10));
            Assert.False(standby.HasExited);
            active.Kill();
            await active.WaitForExitAsync();
            await hub.ExportAsync(random, ServedHub.People / 3);
            Assert.NotNull(await standby.StandardOutput.ReadLineAsync());
            await Kills.UntilAsync(async () => standby.HasExited || await hub.IsToldAsync());
        }
        finally
        {
            active.Kill();
            standby.Kill();
            await standby.WaitForExitAsync();
        }

        Assert.True(receiver.OutOfOrder.IsEmpty, $"out of order with seed {seed}: {string.Join(", ", receiver.OutOfOrder.Take(5))}");
        await Same.AssertAsync(receiver.Copy, hub.Storage);
    }
}
