"""What every noun rests on: settings, database, errors, requests, paging, jobs."""
