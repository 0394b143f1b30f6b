using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Cli;

/// <summary>What each phase of a command took, by the clock and of the processors, from the start of the process on.</summary>
public sealed class PhaseTimes
{
    private readonly List<(string Phase, TimeSpan Clock, TimeSpan Processor)> _ended = [];
    private readonly DateTime _started;
    private readonly TimeProvider _time;
    private TimeSpan _clock;
    private TimeSpan _processor;

    public PhaseTimes(TimeProvider time)
    {
        using var self = Process.GetCurrentProcess();
        (_time, _started) = (time, self.StartTime.ToUniversalTime());
        End("start");
    }

    /// <summary>Ends the phase that ran until now.</summary>
    /// <param name="phase">Its name in the texts, after <c>timings.</c>.</param>
    public void End(string phase)
    {
        var (clock, processor) = (_time.GetUtcNow().UtcDateTime - _started, Environment.CpuUsage.TotalTime);
        _ended.Add((phase, clock - _clock, processor - _processor));
        (_clock, _processor) = (clock, processor);
    }

    /// <summary>A line a phase, the whole, and what of it went into compiling code.</summary>
    public void Say(Terminal terminal)
    {
        foreach (var (phase, clock, processor) in _ended)
        {
            Line(terminal.Words[$"timings.{phase}"], clock, processor);
        }

        Line(terminal.Words["timings.whole"], _clock, _processor);
        terminal.SayText(terminal.Words["timings.compiled", JitInfo.GetCompilationTime().TotalSeconds, JitInfo.GetCompiledMethodCount()]);

        void Line(string name, TimeSpan clock, TimeSpan processor) =>
            terminal.SayText(string.Create(CultureInfo.InvariantCulture, $"{clock.TotalSeconds,8:0.00} s {processor.TotalSeconds,8:0.00} s  {name}"));
    }
}
