using IntegrationHub.Tests.EndToEnd.Crash;

// import FOLDER SYSTEM...: runs these systems' files of FOLDER at once, a line per committed page; it is meant to be killed.
return args is ["import", var folder, .. var systems]
    ? await CrashImport.RunAsync(folder, systems)
    : throw new InvalidOperationException("usage: import FOLDER SYSTEM...");
