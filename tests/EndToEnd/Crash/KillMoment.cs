namespace IntegrationHub.Tests.EndToEnd.Crash;

/// <summary>When to kill: after so many pages and some milliseconds more.</summary>
internal readonly record struct KillMoment(int Pages, int Milliseconds)
{
    /// <summary>A moment drawn so that those to come spread over what is left: an import that ran on while its killer waited is killed sooner next time.</summary>
    /// <param name="random">Draws it.</param>
    /// <param name="left">Pages not written yet.</param>
    /// <param name="toCome">Kills to come, this one among them.</param>
    public static KillMoment Draw(Random random, long left, int toCome) =>
        new(random.Next(1, (int)Math.Max(1, left / (toCome + 2)) + 1), random.Next(0, 15));
}
